import { compensatedSum, interactionsOf, productFact } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateShop, type Shop } from '../src/generate-shop.js'

const shop = generateShop({ seed: 'shop', customers: 400, products: 100, orders: 8000 })
const { orders, truth } = shop

test('the same seed gives the same bits, another seed another shop', () => {
  expect(generateShop({ seed: 'shop', customers: 400, products: 100, orders: 8000 })).toEqual(shop)
  expect(generateShop({ seed: 'other', customers: 400, products: 100, orders: 8000 }).orders.size).not.toBe(orders.size)
})

test('a shop is plain data', () => {
  expect(structuredClone(shop)).toEqual(shop)
})

test('about as many orders as asked for: Poisson around the number', () => {
  expect(Math.abs(orders.orders.ids.length - 8000)).toBeLessThan(5 * Math.sqrt(8000))
})

test('an amount is quantity × the price in the catalogue, to the cent', () => {
  for (let line = 0; line < orders.size; line += 97) {
    const price = productFact(orders.catalog, orders.products.ids[orders.product[line]!]!, 'price') as number
    expect(orders.amount[line]).toBeCloseTo(orders.quantity[line]! * price, 9)
  }
})

test('the catalogue knows the true category and a unique name of every product', () => {
  const [name, category, price] = orders.catalog.attributes
  expect(new Set<unknown>(name!.values).size).toBe(100)
  expect(category!.values).toEqual(Array.from(truth.category, (c) => truth.categories[c]))
  expect(Array.from(price!.values as Float64Array).every((each) => each > 0)).toBe(true)
})

test('average order value follows from lines, units and prices when nothing else varies', () => {
  const flat = generateShop({
    seed: 2,
    linesPerOrder: 4,
    spendingLevels: [{ name: 'two', share: 1, units: 2 }],
    categories: [{ name: 'All', share: 1, prices: [10, 10] }],
  }).orders
  const value = compensatedSum(flat.amount) / flat.orders.ids.length
  // 4 picks × 2 units × 10; the deviation of an order is 10 √(4 × 2 + 12 × 4) = 75 (compound geometric).
  expect(Math.abs(value - 80)).toBeLessThan((5 * 75) / Math.sqrt(flat.orders.ids.length))
})

test('frequent customers order more often than regular, regular than occasional ones', () => {
  const count = new Float64Array(400)
  const seen = new Set<number>()
  orders.order.forEach((order, line) => {
    if (!seen.has(order)) count[orders.customer[line]!]!++
    seen.add(order)
  })
  const average = truth.archetypes.map((_, kind) => {
    const own = count.filter((__, c) => truth.archetype[c] === kind)
    return own.reduce((a, b) => a + b) / own.length
  })
  expect(average[0]).toBeGreaterThan(average[1]!)
  expect(average[1]).toBeGreaterThan(average[2]!)
})

test('who bought a product buys its complements more often than others do', () => {
  const { matrix } = interactionsOf(orders, { value: 'binary' })
  const buyers = Array.from({ length: 100 }, () => new Set<number>())
  for (let c = 0; c < matrix.rows; c++) {
    for (let i = matrix.offsets[c]!; i < matrix.offsets[c + 1]!; i++) buyers[matrix.indices[i]!]!.add(c)
  }
  const overlap = (a: number, b: number) => [...buyers[a]!].filter((c) => buyers[b]!.has(c)).length
  const lift = (a: number, b: number) => (400 * overlap(a, b)) / (buyers[a]!.size * buyers[b]!.size)
  const average = (together: (a: number, b: number) => boolean) => {
    const lifts: number[] = []
    for (let a = 0; a < 100; a++) {
      for (let b = 0; b < a; b++) if (together(a, b) && buyers[a]!.size * buyers[b]!.size > 0) lifts.push(lift(a, b))
    }
    return lifts.reduce((x, y) => x + y) / lifts.length
  }
  const bundled = average((a, b) => truth.bundle[a]! >= 0 && truth.bundle[a] === truth.bundle[b])
  const unrelated = average((a, b) => truth.bundle[a] !== truth.bundle[b] && truth.category[a] !== truth.category[b])
  expect(bundled).toBeGreaterThan(1.3 * unrelated)
})

test('more customers leave the orders of the first ones as they were', () => {
  const more = generateShop({ seed: 'more', customers: 60 })
  const fewer = generateShop({ seed: 'more', customers: 30 })
  expect(linesOfFirst(more, 30)).toEqual(linesOfFirst(fewer, 30))
})

test('a season does not move tastes, products or lifetimes', () => {
  const plain = generateShop({ seed: 's', customers: 50 }).truth
  const seasonal = generateShop({ seed: 's', customers: 50, seasonality: 0.9 }).truth
  expect({ ...seasonal, joined: 0, left: 0 }).toEqual({ ...plain, joined: 0, left: 0 })
  seasonal.left.forEach((time, c) => {
    expect((time - seasonal.joined[c]!) / (plain.left[c]! - plain.joined[c]!)).toBeCloseTo(1, 9)
  })
})

function linesOfFirst({ orders: log }: Shop, customers: number) {
  return Array.from(log.customer.keys())
    .filter((line) => log.customer[line]! < customers)
    .map((line) => [log.customer[line], log.time[line], log.product[line], log.quantity[line], log.amount[line]])
}

describe('for any options', () => {
  const options = fc.record({
    seed: fc.oneof(fc.string(), fc.integer()),
    customers: fc.integer({ min: 1, max: 30 }),
    products: fc.integer({ min: 5, max: 40 }),
    linesPerOrder: fc.double({ min: 1, max: 6, noNaN: true }),
    rateSpread: fc.double({ min: 0, max: 1, noNaN: true }),
    tasteConcentration: fc.double({ min: 1e-3, max: 100, noNaN: true }),
    popularityExponent: fc.double({ min: 0, max: 3, noNaN: true }),
    complementRate: fc.double({ min: 0, max: 1, noNaN: true }),
    seasonality: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  test('lines are in order of time, within the period, and whole; every customer buys', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { orders: log } = generateShop({ ...given, from: '2024-01-01', to: '2024-07-01' })
        for (let line = 0; line < log.size; line++) {
          expect(log.time[line]).toBeGreaterThanOrEqual(log.time[Math.max(0, line - 1)]!)
          expect(log.quantity[line]).toBeGreaterThanOrEqual(1)
          expect(log.amount[line]).toBeGreaterThan(0)
        }
        expect(log.time[0]).toBeGreaterThanOrEqual(Date.UTC(2024, 0))
        expect(log.time[log.size - 1]).toBeLessThan(Date.UTC(2024, 6))
        expect(new Set(log.customer).size).toBe(given.customers)
        expect(log.orders.ids).toHaveLength(Math.max(...log.order) + 1)
      }),
      { numRuns: 40 },
    )
  })
})
