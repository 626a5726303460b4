import { compensatedSum, rowsOf, transactions } from '@clientele/core'
import { readOrders } from '@clientele/io'
import { hasShared, sharedFile } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { purchaseSummary, rfm } from '../../src/index.js'
import { analysisDate, logOf, orderLines, type OrderLine } from '../order-lines.js'
import { cdnowHistories, cdnowOrders, stored } from './real-histories.js'

const line = (customer: string, order: string, day: string, amount: number): OrderLine => ({
  ...{ customer, order, amount },
  time: Date.parse(`2024-01-${day}T12:00Z`),
})

const shop = logOf([
  line('ann', 'o1', '01', 10),
  line('bob', 'o2', '03', 50),
  line('ann', 'o3', '08', 20),
  line('ann', 'o4', '08', 4),
  line('ann', 'o5', '15', 6),
  line('ann', 'o6', '16', -6),
])

test('counts purchase days after the first, from the first to the last, and to the analysis date', () => {
  const rows = rowsOf(purchaseSummary(shop, { asOf: '2024-01-22' }))
  expect(rows).toEqual([
    { customer: 'ann', repeatPurchases: 2, activeSpan: 2, age: 3, meanRepeatSpend: 15 },
    { customer: 'bob', repeatPurchases: 0, activeSpan: 0, age: 19 / 7, meanRepeatSpend: 0 },
  ])
})

test.each([
  ['days', 14, 21],
  ['weeks', 2, 3],
  ['months', 14 / 30.4375, 21 / 30.4375],
  ['years', 14 / 365.25, 21 / 365.25],
] as const)('counts time in %s', (unit, span, age) => {
  const summary = purchaseSummary(shop, { asOf: '2024-01-22', unit })
  expect(summary.unit).toBe(unit)
  expect(summary.activeSpan[0]).toBeCloseTo(span, 12)
  expect(summary.age[0]).toBeCloseTo(age, 12)
})

test('a day begins where the time zone says', () => {
  const rows = [
    { who: 'ann', at: '2024-01-01T03:00Z', amount: 1 },
    { who: 'ann', at: '2024-01-01T07:00Z', amount: 2 },
  ]
  const orders = transactions(rows, { customer: 'who', time: 'at', amount: 'amount' })
  expect(purchaseSummary(orders, { asOf: '2024-01-09' }).repeatPurchases).toEqual(Int32Array.of(0))
  const inChicago = purchaseSummary(orders, { asOf: '2024-01-09', timeZone: 'America/Chicago', unit: 'days' })
  expect(inChicago.repeatPurchases).toEqual(Int32Array.of(1))
  expect(inChicago.activeSpan).toEqual(Float64Array.of(1))
  expect(inChicago.meanRepeatSpend).toEqual(Float64Array.of(2))
})

test('what does not count is left out and counted: refunds, customers of refunds alone, later lines', () => {
  const orders = logOf([line('eve', 'o0', '02', -5), line('ann', 'o1', '01', 10), line('bob', 'o2', '05', 1)])
  const summary = purchaseSummary(orders, { asOf: '2024-01-04', afterAsOf: 'ignore', timeZone: 'Europe/London' })
  expect(summary.index.ids).toEqual(['ann'])
  expect(summary.leftOut).toEqual({ afterAsOf: 1, beforeFrom: 0, refunds: 1, customers: 2 })
  expect(summary.meanRepeatSpend).toEqual(Float64Array.of(0))
})

test('a purchase of nothing is a purchase', () => {
  const summary = purchaseSummary(logOf([line('ann', 'o1', '01', 10), line('ann', 'o2', '02', 0)]), {
    asOf: '2024-01-04',
  })
  expect([...summary.repeatPurchases, ...summary.meanRepeatSpend]).toEqual([1, 0])
})

test('refuses lines after the analysis date, nothing but refunds, and units it does not know', () => {
  expect(() => purchaseSummary(shop, { asOf: '2024-01-10' })).toThrow(
    'purchaseSummary: the time of order "o5" must be at most asOf (2024-01-10T00:00:00.000Z), got 2024-01-15T12:00:00.000Z',
  )
  const refunds = logOf([line('ann', 'o1', '01', -1)])
  expect(() => purchaseSummary(refunds, { asOf: '2024-02-01' })).toThrow('orders must have a line that counts')
  expect(() => purchaseSummary(shop, { asOf: '2024-02-01', unit: 'hours' as any })).toThrow(
    'purchaseSummary: unit must be one of "days", "weeks", "months", "years", got "hours"',
  )
})

test('agrees with counting on paper, whatever the order of lines, and with the recency of RFM', () => {
  fc.assert(
    fc.property(orderLines, (lines) => {
      const bought = lines.filter(({ amount }) => amount >= 0)
      if (bought.length === 0) return
      const summary = purchaseSummary(logOf(lines), { asOf: analysisDate, unit: 'days' })
      const today = Date.parse(analysisDate) / 86_400_000
      for (const row of rowsOf(summary)) {
        const own = bought.filter(({ customer }) => customer === row['customer'])
        const spent = new Map<number, number>()
        for (const { time, amount } of own) {
          const day = Math.floor(time / 86_400_000)
          spent.set(day, (spent.get(day) ?? 0) + amount)
        }
        const days = [...spent.keys()].sort((a, b) => a - b)
        const repeats = days.slice(1).map((day) => spent.get(day)!)
        expect(row['repeatPurchases']).toBe(repeats.length)
        expect(row['activeSpan']).toBe(days.at(-1)! - days[0]!)
        expect(row['age']).toBe(today - days[0]!)
        expect(row['meanRepeatSpend']).toBeCloseTo(
          repeats.length === 0 ? 0 : compensatedSum(repeats) / repeats.length,
          9,
        )
      }
      const scored = rowsOf(rfm(logOf(bought), { asOf: analysisDate }))
      const recency = new Map(scored.map((row) => [row['customer'], row['recency']]))
      rowsOf(summary).forEach((row) =>
        expect(Number(row['age']) - Number(row['activeSpan'])).toBe(recency.get(row['customer'])),
      )
    }),
  )
})

test('survives structuredClone and leaves the log as it was', () => {
  const before = structuredClone(shop)
  const summary = purchaseSummary(shop, { asOf: '2024-01-22' })
  expect(structuredClone(summary)).toEqual(summary)
  expect(shop).toEqual(before)
})

describe.skipIf(!hasShared)('on real orders', () => {
  test('has the figures of the published CDNOW summary', () => {
    const summary = purchaseSummary(cdnowOrders(), { asOf: '1997-09-30T23:59', afterAsOf: 'ignore' })
    const published = cdnowHistories()
    expect(summary.index.ids).toEqual(published.ids)
    expect([...summary.repeatPurchases]).toEqual(published.repeatPurchases)
    published.ids.forEach((_, row) => {
      expect(Math.abs(summary.activeSpan[row]! - published.activeSpan[row]!)).toBeLessThan(0.0051)
      expect(Math.abs(summary.age[row]! - published.age[row]!)).toBeLessThan(0.0051)
    })
    for (const customer of stored.cdnow.predictions) {
      const row = summary.index.ids.indexOf(customer.customer)
      expect(summary.meanRepeatSpend[row]).toBeCloseTo(customer.averageRepeatSpend, 9)
    }
  })

  test('has the figures of pandas on Online Retail II', async () => {
    const expected = stored.onlineRetailII
    const { orders } = await readOrders(sharedFile('data/online-retail-ii/online_retail_II.parquet'))
    const summary = purchaseSummary(orders, { asOf: '2011-12-09T23:59', unit: 'days' })
    expect(summary.index.ids).toHaveLength(expected.customers)
    expect(compensatedSum(summary.repeatPurchases)).toBe(expected.sums.frequency)
    expect(compensatedSum(summary.activeSpan)).toBe(expected.sums.recencyDays)
    expect(compensatedSum(summary.age)).toBe(expected.sums.ageDays)
    const rowOf = new Map(rowsOf(summary).map((row) => [Number(row['customer']), row]))
    for (const { customer, frequency, recencyDays, ageDays, averageRepeatSpend } of expected.predictions) {
      const row = rowOf.get(customer)!
      expect([row['repeatPurchases'], row['activeSpan'], row['age']]).toEqual([frequency, recencyDays, ageDays])
      expect(row['meanRepeatSpend']).toBeCloseTo(averageRepeatSpend, 7)
    }
  })
})
