import { transactions, type Transactions } from '@clientele/core'
import { generateShop } from '@clientele/synthetic-data'
import { describe, expect, test } from 'vitest'
import { compareModels } from '../src/compare-models.js'

const DAY = 86_400_000
const options = { seed: 1, timeZone: 'UTC' }

/** Popularity and its precision, hit rate and coverage, told from the lines alone. */
function popularityByHand({ customer, product, time, size }: Transactions, at: number, isNew: boolean) {
  const before = new Map<number, Set<number>>()
  const after = new Map<number, Set<number>>()
  const buyers = new Map<number, Set<number>>()
  for (let line = 0; line < size; line++) {
    const side = time[line]! < at ? before : after
    side.set(customer[line]!, (side.get(customer[line]!) ?? new Set()).add(product![line]!))
    if (side === before) buyers.set(product![line]!, (buyers.get(product![line]!) ?? new Set()).add(customer[line]!))
  }
  const ranking = [...buyers.keys()].sort((a, b) => buyers.get(b)!.size - buyers.get(a)!.size)
  const hits: number[] = []
  const shown = new Set<number>()
  for (const [who, bought] of after) {
    if (before.has(who) === isNew) continue
    const seen = before.get(who) ?? new Set()
    const relevant = [...bought].filter((item) => !seen.has(item))
    if (relevant.length === 0) continue
    const list = ranking.filter((item) => !seen.has(item)).slice(0, 10)
    list.forEach((item) => shown.add(item))
    hits.push(list.filter((item) => relevant.includes(item)).length)
  }
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length
  return {
    customers: hits.length,
    precision: mean(hits) / 10,
    hitRate: mean(hits.map((count) => Math.min(1, count))),
    coverage: shown.size / ranking.length,
  }
}

describe('on a shop', async () => {
  const { orders } = generateShop({ seed: 'compare', customers: 300, products: 60 })
  const comparison = (await compareModels(orders, options, {}))!

  test('the test period is the last 30 days', () => {
    const lastDay = Math.floor(orders.time.at(-1)! / DAY)
    expect(comparison.at).toBe((lastDay - 29) * DAY)
  })

  test.each(['returning', 'newcomers'] as const)('popularity for %s is what counting by hand gives', (who) => {
    const { evaluation } = comparison[who].find(({ name }) => name === 'popularity')!
    const { precision, hitRate, coverage } = evaluation.metrics
    const expected = popularityByHand(orders, comparison.at, who === 'newcomers')
    expect(evaluation.customers).toBe(expected.customers)
    expect(precision.mean).toBeCloseTo(expected.precision, 12)
    expect(hitRate.mean).toBeCloseTo(expected.hitRate, 12)
    expect(coverage.mean).toBeCloseTo(expected.coverage, 12)
  })

  test('nothing hints at a leak', () => {
    const warnings = [...comparison.returning, ...comparison.newcomers].flatMap(({ evaluation }) => evaluation.warnings)
    expect(warnings).toEqual([])
  })

  test('what happens in the test period changes no list: shuffled test products, same recommendations', async () => {
    const product = orders.product.slice()
    const first = orders.time.findIndex((time) => time >= comparison.at)
    product.subarray(first).reverse()
    const other = (await compareModels({ ...orders, product }, options, {}))!
    const coverage = (of: typeof comparison) => of.newcomers.map(({ evaluation }) => evaluation.metrics.coverage.mean)
    expect(coverage(other)).toEqual(coverage(comparison))
  })
})

const row = (customer: string, product: string, time: string) => ({ customer, product, time, amount: 1 })
const fields = { customer: 'customer', product: 'product', time: 'time', amount: 'amount' } as const

test('orders within 30 days leave nothing to learn from, those of 31 do', async () => {
  const late = row('b', 'y', '2024-01-30')
  const within = transactions([row('a', 'x', '2024-01-01'), late], fields)
  expect(await compareModels(within, options, {})).toBeUndefined()
  const beyond = transactions([row('a', 'x', '2023-12-31'), late], fields)
  expect(await compareModels(beyond, options, {})).toBeDefined()
})

test('without quantities there is no baseline of mean quantity', async () => {
  const rows = [row('a', 'x', '2023-12-01'), row('b', 'y', '2023-12-01'), row('a', 'y', '2024-01-30')]
  const comparison = await compareModels(transactions(rows, fields), options, {})
  expect(comparison!.returning.map(({ name }) => name)).toEqual(['item-based CF', 'popularity'])
})

test('nobody to judge is no error', async () => {
  const again = [row('a', 'x', '2023-12-01'), row('a', 'x', '2024-01-30')]
  expect(await compareModels(transactions(again, fields), options, {})).toMatchObject({ returning: [], newcomers: [] })
})
