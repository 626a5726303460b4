import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kFold, splitRandom } from '../../src/index.js'
import { linesOf, pairsOf, randomShop } from '../random-shop.js'
import { shop } from '../shops.js'

const seeds = fc.integer({ min: 0, max: 1000 })
const ways = fc.constantFrom(
  {},
  { by: 'customer' as const },
  { stratify: 'customer' as const },
  { stratify: 'product' as const },
)

test('every line goes to one side, and no pair of customer and product to both', () => {
  fc.assert(
    fc.property(seeds, ways, (seed, way) => {
      const orders = randomShop(seed)
      const { train, test: later } = splitRandom(orders, { ...way, seed })
      expect([...linesOf(train), ...linesOf(later)].sort()).toEqual(linesOf(orders).sort())
      expect([...pairsOf(train)].filter((pair) => pairsOf(later).has(pair))).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('the share is that of interactions, or of customers', () => {
  const orders = randomShop(1)
  const { test: some } = splitRandom(orders, { testShare: 0.25 })
  expect(pairsOf(some).size).toBe(Math.round(0.25 * pairsOf(orders).size))
  const { test: whole, facts } = splitRandom(orders, { testShare: 0.4, by: 'customer' })
  expect(whole.customers.ids.length).toBe(6)
  expect(facts).toMatchObject({ returningCustomers: 0, newCustomers: 6 })
})

test('stratified, each customer gives the share and keeps something', () => {
  const orders = randomShop(2)
  const { train, test: later } = splitRandom(orders, { testShare: 0.3, stratify: 'customer' })
  expect(train.customers.ids.length).toBe(orders.customers.ids.length)
  const countsOf = (side: typeof train, customer: string) =>
    [...pairsOf(side)].filter((pair) => pair.startsWith(`${customer} `)).length
  for (const customer of orders.customers.ids) {
    expect(countsOf(later, customer)).toBe(Math.round(0.3 * countsOf(orders, customer)))
  }
})

test('stratified by product, each product gives the share and keeps something', () => {
  const orders = randomShop(2)
  const { train, test: later } = splitRandom(orders, { testShare: 0.3, stratify: 'product' })
  expect(train.products!.ids.length).toBe(orders.products!.ids.length)
  const countsOf = (side: typeof train, product: string) =>
    [...pairsOf(side)].filter((pair) => pair.endsWith(` ${product}`)).length
  for (const product of orders.products!.ids) {
    expect(countsOf(later, product)).toBe(Math.round(0.3 * countsOf(orders, product)))
  }
})

test('the same seed makes the same split, another seed another', () => {
  const orders = randomShop(3)
  expect(splitRandom(orders, { seed: 'a' })).toEqual(splitRandom(orders, { seed: 'a' }))
  expect(splitRandom(orders, { seed: 'a' })).not.toEqual(splitRandom(orders, { seed: 'b' }))
})

test('each interaction is in the test side of exactly one fold', () => {
  fc.assert(
    fc.property(seeds, ways, (seed, way) => {
      const orders = randomShop(seed)
      const folds = kFold(orders, { ...way, folds: 4, seed })
      expect(folds.flatMap(({ test: side }) => linesOf(side)).sort()).toEqual(linesOf(orders).sort())
      for (const { train, test: side } of folds) expect(train.size + side.size).toBe(orders.size)
      if ('by' in way) return
      const sizes = folds.map(({ test: side }) => pairsOf(side).size)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 20 },
  )
})

const tiny = shop([['anna', 1, 'a'], ['anna', 2, 'b']]) // prettier-ignore

test.each([
  [() => splitRandom(tiny, { testShare: 1 }), 'splitRandom: testShare must be between 0 and 1, got 1'],
  [() => splitRandom(tiny, { testShare: 0.1 }), 'splitRandom: testShare must leave orders to test with, got 0.1'],
  [() => splitRandom(tiny, { by: 'line' as never }), 'splitRandom: by must be one of "interaction", "customer"'],
  [
    () => splitRandom(tiny, { by: 'customer', stratify: 'product' }),
    'splitRandom: stratify must not be given when whole customers are drawn, got "product"',
  ],
  [() => kFold(tiny, { folds: 1 }), 'kFold: folds must be between 2 and 255, got 1'],
  [() => kFold(tiny, { folds: 3 }), 'kFold: folds must leave orders to test with, got 3'],
])('names what is wrong (%#)', (call, message) => {
  expect(call).toThrow(message)
})
