import { featureColumn, rowsOf, transactions, type Transactions } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behaviourFeatures } from '../../src/behaviour/behaviour-features.js'
import type { BehaviourFeature } from '../../src/behaviour/behaviour-feature.js'

interface Line {
  readonly customer: string
  readonly order: string
  readonly time: number
  readonly amount: number
  readonly product: string
  readonly quantity: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const categories: Record<string, string | undefined> = { p1: 'Books', p2: 'Home', p3: 'Books', p4: undefined }
const logOf = (lines: readonly Line[]): Transactions<string> =>
  transactions(lines, {
    customer: 'customer',
    order: 'order',
    time: 'time',
    amount: 'amount',
    product: 'product',
    quantity: 'quantity',
    productAttributes: { category: ({ product }) => categories[product] },
  })

/** Any small log; the lines of an order share its time, but stand anywhere. */
const someLines: fc.Arbitrary<Line[]> = fc.array(
  fc
    .record({
      customer: fc.constantFrom('ann', 'bob', '__proto__'),
      order: fc.integer({ min: 0, max: 8 }),
      amount: fc.integer({ min: -200, max: 5000 }).map((cents) => cents / 100),
      product: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
      quantity: fc.integer({ min: 0, max: 3 }),
    })
    .map((line) => ({ ...line, order: `o${line.order}`, time: Date.UTC(2024, 0, 1) + line.order ** 2 * 13 * HOUR })),
  { minLength: 1, maxLength: 40 },
)
const asOf = Date.UTC(2024, 2, 1)
const today = asOf / DAY

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

/** Every feature as its definition reads, from the lines of one customer. */
function expectedFor(lines: readonly Line[]): Record<string, number> {
  const orders = [...new Map(lines.map((line) => [line.order, line])).values()]
  const dayOf = ({ time }: Line) => Math.floor(time / DAY)
  const days = [...new Set(lines.map(dayOf))].sort((a, b) => a - b)
  const gaps = days.slice(1).map((day, i) => day - days[i]!)
  const deviation = Math.sqrt(mean(gaps.map((gap) => (gap - mean(gaps)) ** 2)))
  const times = lines.map(({ time }) => time)
  const spent = sum(lines.map(({ amount }) => amount))
  const units = sum(lines.map(({ quantity }) => quantity))
  const prices = lines.filter(({ quantity }) => quantity !== 0).map(({ amount, quantity }) => amount / quantity)
  const named = lines.flatMap(({ product }) => categories[product] ?? [])
  const weekend = orders.filter((line) => [0, 6].includes(new Date(line.time).getUTCDay()))
  return {
    totalSpending: spent,
    spendingPerOrder: spent / orders.length,
    orders: orders.length,
    shoppingDays: days.length,
    tenure: today - days[0]!,
    daysBetweenPurchases: gaps.length === 0 ? today - days[0]! : mean(gaps),
    timeBetweenPurchases: (Math.max(...times) - Math.min(...times)) / DAY / orders.length,
    gapVariation: gaps.length < 2 ? 0 : deviation / mean(gaps),
    weekendShare: weekend.length / orders.length,
    totalQuantity: units,
    spendingPerItem: units === 0 ? 0 : spent / units,
    meanPrice: prices.length === 0 ? 0 : mean(prices),
    distinctProducts: new Set(lines.map(({ product }) => product)).size,
    distinctCategories: new Set(named).size,
  }
}

test('every feature is what its definition says, in a log in any order', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      const table = rowsOf(behaviourFeatures(logOf(lines), { asOf }))
      for (const { customer, ...got } of table) {
        const expected = expectedFor(lines.filter((line) => line.customer === customer))
        for (const [name, value] of Object.entries(expected)) expect(got[name], name).toBeCloseTo(value, 9)
      }
    }),
  )
})

const lines: Line[] = [
  { customer: 'ann', order: 'o1', time: Date.UTC(2024, 0, 5, 9), amount: 10, product: 'p1', quantity: 2 },
  { customer: 'ann', order: 'o1', time: Date.UTC(2024, 0, 5, 9), amount: 6, product: 'p2', quantity: 1 },
  { customer: 'bob', order: 'o2', time: Date.UTC(2024, 0, 6, 9), amount: 8, product: 'p4', quantity: 4 },
  { customer: 'ann', order: 'o3', time: Date.UTC(2024, 0, 7, 9), amount: 4, product: 'p3', quantity: 1 },
]
const log = logOf(lines)

test('features come as columns in the order asked for, counts as integers', () => {
  const { columns, ...rest } = behaviourFeatures(log, { asOf, features: ['orders', 'totalSpending'] })
  expect(columns).toEqual([
    { name: 'orders', values: Int32Array.of(2, 1) },
    { name: 'totalSpending', values: Float64Array.of(20, 8) },
  ])
  expect(rest).toEqual({
    entity: 'customer',
    index: log.customers,
    asOf,
    leftOut: { afterAsOf: 0, beforeFrom: 0, refunds: 0, customers: 0 },
  })
})

test('shares have a column for each class, and spending without a category one of its own', () => {
  const options = { asOf, channel: ['web', 'web', 'store', 'store'] }
  const table = behaviourFeatures(log, { ...options, features: ['channelShares', 'categoryShares'] })
  expect(rowsOf(table)).toEqual([
    {
      customer: 'ann',
      'channelShares.web': 0.5,
      'channelShares.store': 0.5,
      'categoryShares.Books': 0.7,
      'categoryShares.Home': 0.3,
      'categoryShares.(none)': 0,
    },
    {
      customer: 'bob',
      'channelShares.web': 0,
      'channelShares.store': 1,
      'categoryShares.Books': 0,
      'categoryShares.Home': 0,
      'categoryShares.(none)': 1,
    },
  ])
  const named = behaviourFeatures(logOf(lines.slice(0, 2)), { asOf, features: ['categoryShares'] })
  expect(named.columns.map(({ name }) => name)).toEqual(['categoryShares.Books', 'categoryShares.Home'])
})

test('shares of a total of 0 or less are 0', () => {
  const refunded = logOf([...lines, { ...lines[2]!, order: 'o4', amount: -9 }])
  const table = behaviourFeatures(refunded, { asOf, features: ['categoryShares'] })
  expect(featureColumn(table, 'categoryShares.(none)').values[1]).toBe(0)
})

test('the discount is what list prices would have been more', () => {
  const table = behaviourFeatures(log, { asOf, listAmount: [12, 8, 8, 5], features: ['discount'] })
  expect([...table.columns[0]!.values]).toEqual([1 - 20 / 25, 0])
})

test('by default there are all features that the log and the options have what they need for', () => {
  const bare = transactions(lines, { customer: 'customer', time: 'time', amount: 'amount' })
  const names = (orders: Transactions, options: object = {}) =>
    behaviourFeatures(orders, { asOf, ...options }).columns.map(({ name }) => name)
  expect(names(bare)).toHaveLength(9)
  expect(names(log)).toEqual([
    ...names(bare),
    'totalQuantity',
    'spendingPerItem',
    'meanPrice',
    'distinctProducts',
    'distinctCategories',
    'categoryShares.Books',
    'categoryShares.Home',
    'categoryShares.(none)',
  ])
  expect(names(bare, { listAmount: [1, 1, 1, 1], channel: [1, 1, 1, 1] }).slice(-2)).toEqual([
    'discount',
    'channelShares.1',
  ])
})

test('days begin and end, and only lines count, as for rfm', () => {
  const options = { asOf: '2024-01-06', afterAsOf: 'ignore', timeZone: 'Pacific/Auckland' } as const
  const table = behaviourFeatures(log, { ...options, features: ['tenure', 'weekendShare'] })
  // 2024-01-06 begins in Auckland at 11:00 UTC of the 5th; ann's order at 09:00 UTC was on Friday the 5th there.
  expect(rowsOf(table)).toEqual([{ customer: 'ann', tenure: 1, weekendShare: 0 }])
  expect(table.leftOut).toEqual({ afterAsOf: 2, beforeFrom: 0, refunds: 0, customers: 1 })
})

test('nothing is ever NaN', () => {
  fc.assert(
    fc.property(someLines, (some) => {
      const extras = { channel: some.map(({ order }) => order), listAmount: some.map(({ amount }) => amount / 2) }
      for (const { values } of behaviourFeatures(logOf(some), { asOf, ...extras }).columns) {
        expect([...values].every(Number.isFinite)).toBe(true)
      }
    }),
  )
})

describe('refuses', () => {
  const refuses = (options: object, message: string, orders = log) =>
    expect(() => behaviourFeatures(orders, { asOf, ...options })).toThrow(message)

  test('features that it does not know or cannot compute', () => {
    refuses({ features: ['spending'] }, 'behaviourFeatures: features[0] must be one of "totalSpending", ')
    const features: BehaviourFeature[] = ['orders', 'discount']
    refuses({ features }, 'behaviourFeatures: listAmount must be given for "discount", got undefined')
    refuses({ features: 'orders' }, 'behaviourFeatures: features must be an array, got "orders"')
    refuses({ features: ['orders', 'orders'] }, 'behaviourFeatures: features[1] must be named once, got "orders"')
    const { quantity: _, ...without } = log
    refuses(
      { features: ['meanPrice'] },
      'behaviourFeatures: orders.quantity must be given for "meanPrice", got undefined',
      without,
    )
  })

  test('what rfm refuses: no date, no lines, an order after the date', () => {
    refuses({ asOf: undefined }, 'behaviourFeatures: asOf must be a date, epoch milliseconds or ISO 8601 text')
    refuses({ asOf: '2024-01-06' }, 'behaviourFeatures: the time of order "o2" must be at most asOf')
    refuses({}, 'behaviourFeatures: orders.size must be at least 1, got 0', logOf([]))
  })

  test('what is no order log', () => {
    refuses({}, 'behaviourFeatures: orders must be an order log (see transactions), got an array of 4', lines as any)
  })

  test('a total that is too large to be a number', () => {
    const huge = logOf(lines.map((line) => ({ ...line, amount: 1e308 })))
    refuses({ features: ['totalSpending'] }, 'behaviourFeatures: totalSpending[0] must be finite, got Infinity', huge)
  })
})
