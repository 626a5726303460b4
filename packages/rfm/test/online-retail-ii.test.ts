import { compensatedSum, featureColumn, rowsOf, type Transactions } from '@clientele/core'
import { readOrders } from '@clientele/io'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { behaviourFeatures, nameSegments, rfm, summarizeSegments } from '../src/index.js'

const parts = [
  { bins: 4, frequency: 'lines', cuts: 'quartileCuts', column: 'lines', scores: 'quartileScoresByLines' },
  { bins: 4, frequency: 'orders', cuts: 'quartileCuts', column: 'invoices', scores: 'quartileScoresByInvoices' },
  { bins: 5, frequency: 'lines', cuts: 'quintileCuts', column: 'lines', scores: 'quintileScoresByLines' },
  { bins: 5, frequency: 'orders', cuts: 'quintileCuts', column: 'invoices', scores: 'quintileScoresByInvoices' },
] as const

describe.skipIf(!hasShared)('on Online Retail II', () => {
  const expected = hasShared ? reference('online-retail-ii').rfm : undefined
  let orders: Transactions
  beforeAll(async () => {
    orders = (await readOrders(sharedFile('data/online-retail-ii/online_retail_II.parquet'))).orders
  })

  test.each(parts)('measures each customer as pandas does, by $frequency', ({ bins, frequency, column }) => {
    const scored = rfm(orders, { asOf: expected.asOf, bins, frequency })
    const pairs = { recency: 'recencyDays', frequency: column, monetary: 'monetary' } as const
    for (const [name, stored] of Object.entries(pairs)) {
      const values = featureColumn(scored, name).values
      const { min, max, sum, mean, standardDeviationSample } = expected.columns[stored]
      expect(values).toHaveLength(5878)
      expect(Math.min(...values)).toBeCloseTo(min, 9)
      expect(Math.max(...values)).toBeCloseTo(max, 8)
      expect(compensatedSum(values)).toBeCloseTo(sum, 7)
      const squares = compensatedSum(Array.from(values, (value) => (value - mean) ** 2))
      expect(Math.sqrt(squares / 5877)).toBeCloseTo(standardDeviationSample, 8)
    }
  })

  test.each(parts)('cuts $bins bins by $frequency where pandas does', ({ bins, frequency, cuts, column }) => {
    const got = rfm(orders, { asOf: expected.asOf, bins, frequency }).cuts
    expect(got.recency).toEqual(expected[cuts].recencyDays)
    expect(got.frequency).toEqual(expected[cuts][column])
    expect(got.monetary).toHaveLength(bins - 1)
    got.monetary.forEach((cut, i) => expect(cut).toBeCloseTo(expected[cuts].monetary[i], 9))
  })

  test.each(parts)(
    'fills the combinations of $bins scores by $frequency as pandas does',
    ({ bins, frequency, scores }) => {
      const rows = rowsOf(rfm(orders, { asOf: expected.asOf, bins, frequency })) as Record<string, number>[]
      const cells = new Array<number>(bins ** 3).fill(0)
      const sums = new Array<number>(3 * bins + 1).fill(0)
      const counts = [0, 1, 2].map(() => new Array<number>(bins).fill(0))
      for (const row of rows) {
        const [r, f, m] = [row['recencyScore']!, row['frequencyScore']!, row['monetaryScore']!]
        cells[((r - 1) * bins + f - 1) * bins + m - 1]!++
        sums[r + f + m]!++
        ;[r, f, m].forEach((score, metric) => counts[metric]![score - 1]!++)
      }
      const stored = expected[scores]
      expect(cells).toEqual(stored.cellCounts)
      expect(counts).toEqual([stored.recencyScoreCounts, stored.frequencyScoreCounts, stored.monetaryScoreCounts])
      expect(sums.slice(3)).toEqual(stored.scoreSumCounts.map(({ customers }: { customers: number }) => customers))
    },
  )

  test.each(parts)(
    'agrees on each of 51 customers, by $frequency in $bins bins',
    ({ bins, frequency, column, scores }) => {
      const scored = rfm(orders, { asOf: expected.asOf, bins, frequency })
      const rowOf = new Map(rowsOf(scored).map((row) => [row['customer'], row]))
      expect(expected.customers).toHaveLength(51)
      for (const customer of expected.customers) {
        const row = rowOf.get(customer.customer)!
        expect(row['recency']).toBe(customer.recencyDays)
        expect(row['frequency']).toBe(customer[column])
        expect(row['monetary']).toBeCloseTo(customer.monetary, 4)
        expect(`${row['recencyScore']}${row['frequencyScore']}${row['monetaryScore']}`).toBe(customer[scores])
      }
    },
  )

  test('segments have the customers that pandas counts in their combinations of scores', () => {
    const counts: number[] = expected.quintileScoresByInvoices.cellCounts
    const any = [1, 2, 3, 4, 5]
    const counted = (rs: number[], fs: number[], ms: number[]) =>
      compensatedSum(rs.flatMap((r) => fs.flatMap((f) => ms.map((m) => counts[((r - 1) * 5 + f - 1) * 5 + m - 1]!))))
    const summary = rowsOf(summarizeSegments(nameSegments(rfm(orders, { asOf: expected.asOf }))))
    const sizeOf = new Map(summary.map((row) => [row['segment'], row['customers']]))
    expect(sizeOf.get('Champions')).toBe(counted([4, 5], [4, 5], [4, 5]))
    expect(sizeOf.get('Loyal')).toBe(counted([4, 5], [4, 5], [1, 2, 3]) + counted([3], [4, 5], any))
    expect(sizeOf.get('Cannot Lose Them')).toBe(counted([1, 2], [4, 5], [4, 5]))
    expect(sizeOf.get('Lost')).toBe(counted([1], [1, 2], any))
  })

  test('segments add up to all customers and all revenue', () => {
    const summary = summarizeSegments(nameSegments(rfm(orders, { asOf: expected.asOf, bins: 4 })))
    const sum = (name: string) => compensatedSum(featureColumn(summary, name).values)
    expect(summary.index.ids).toHaveLength(8)
    expect(sum('customers')).toBe(5878)
    expect(sum('revenue')).toBeCloseTo(17_743_429.178, 6)
    expect(sum('customerShare')).toBeCloseTo(1, 12)
    expect(sum('revenueShare')).toBeCloseTo(1, 12)
  })

  test('behaviour features agree with the totals and invoices that pandas counts', () => {
    const features = ['totalSpending', 'orders', 'totalQuantity', 'spendingPerOrder'] as const
    const table = behaviourFeatures(orders, { asOf: expected.asOf, features })
    const rowOf = new Map(rowsOf(table).map((row) => [row['customer'], row]))
    for (const customer of expected.customers) {
      const row = rowOf.get(customer.customer)!
      expect(row['orders']).toBe(customer.invoices)
      expect(row['totalSpending']).toBeCloseTo(customer.monetary, 4)
      expect(row['spendingPerOrder']).toBeCloseTo(customer.monetary / customer.invoices, 4)
    }
    expect(compensatedSum(featureColumn(table, 'totalQuantity').values)).toBe(10_706_167)
    expect(compensatedSum(featureColumn(table, 'orders').values)).toBe(36_969)
  })
})
