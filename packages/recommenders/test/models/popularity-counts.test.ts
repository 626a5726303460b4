import { csrFromTriplets, transactionsFromColumns, type Csr } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerAmounts, lineAmounts, sharesOfCategories, totalsOf } from '../../src/models/popularity-counts.js'
import type { PopularityMeasure } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'

const everybody = { segments: 0, products: 6 }
const dense = ({ rows, columns, offsets, indices, values }: Csr) =>
  Array.from({ length: rows }, (_, row) => {
    const cells = new Array<number>(columns).fill(0)
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) cells[indices[cell]!] = values[cell]!
    return cells
  })

test('a customer counts once per product, however much they have of it; a dislike takes one away', () => {
  const shop = interactionsFrom([
    ['ann', 'mug', 3],
    ['bob', 'mug', -1],
    ['eve', 'mug', 0.5],
    ['bob', 'tea', 0],
    ['kim', 'pot', -7],
  ])
  expect(dense(totalsOf(customerAmounts(shop), { segments: 0, products: 3 }))).toEqual([[1, 0, -1]])
})

const line = fc.record({
  customer: fc.nat(4),
  product: fc.nat(5),
  quantity: fc.integer({ min: -5, max: 50 }),
  amount: fc.integer({ min: -20, max: 100 }),
  weight: fc.constantFrom(0, 0.25, 0.5, 1),
})

/** Older lines never count more. */
function ordersOf(lines: readonly { customer: number; product: number; quantity: number; amount: number }[]) {
  const column = (name: 'customer' | 'product' | 'quantity' | 'amount') => lines.map((each) => each[name])
  const orders = transactionsFromColumns({
    customer: column('customer'),
    product: column('product'),
    quantity: column('quantity'),
    amount: column('amount'),
    time: lines.map((_, i) => i),
  })
  return { ...orders, products: { ids: [0, 1, 2, 3, 4, 5] }, product: Int32Array.from(column('product')) }
}

test('each measure is what its definition says, for everybody and for each segment', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (given) => {
      const lines = given.sort((a, b) => a.weight - b.weight)
      const orders = ordersOf(lines)
      const weights = Float64Array.from(lines, ({ weight }) => weight)
      // customers with an even number are segment 1, customer 1 is segment 2, customer 3 has none
      const segment = (customer: number) => (customer % 2 === 0 ? 1 : customer === 1 ? 2 : 0)
      const segmentOf = Int32Array.from(orders.customers.ids, (id) => segment(id))
      const measured = (by: PopularityMeasure) =>
        dense(totalsOf(lineAmounts(orders, by, weights), { segmentOf, segments: 2, products: 6 }))
      const expected = (measure: (some: typeof lines) => number) =>
        [0, 1, 2].map((row) =>
          [0, 1, 2, 3, 4, 5].map((product) =>
            measure(lines.filter((each) => each.product === product && (row === 0 || segment(each.customer) === row))),
          ),
        )
      const sum = (some: typeof lines, of: (each: (typeof lines)[0]) => number) =>
        some.reduce((total, each) => total + each.weight * of(each), 0)
      const customers = (some: typeof lines) =>
        [...new Map(some.map(({ customer, weight }) => [customer, Number(weight)])).values()].reduce((a, b) => a + b, 0)
      expect(measured('customers')).toEqual(expected(customers))
      expect(measured('lines')).toEqual(expected((some) => sum(some, () => 1)))
      expect(measured('quantity')).toEqual(expected((some) => sum(some, ({ quantity }) => quantity)))
      expect(measured('revenue')).toEqual(expected((some) => sum(some, ({ amount }) => amount)))
      expect(measured('meanQuantity')).toEqual(
        expected((some) => sum(some, ({ quantity }) => quantity) / (sum(some, () => 1) || 1)),
      )
    }),
    { numRuns: 60 },
  )
})

test('shares are of what the category has in the same row; where it has nothing they are 0', () => {
  const totals = csrFromTriplets([0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 0, 1], [6, 2, -5, 3, 1, 0], 2, 4)
  expect(dense(sharesOfCategories(totals, Int32Array.of(1, 1, 2, 2), 3))).toEqual([
    [0.75, 0.25, 0, 0],
    [1, 0, 0, 0],
  ])
})

test('names the column that is missing', () => {
  const orders = transactionsFromColumns({ customer: ['a'], time: [0], amount: [1], product: ['mug'] })
  const { product, products, ...bare } = orders
  expect(product).toHaveLength(products!.ids.length)
  expect(() => lineAmounts(orders, 'quantity', Float64Array.of(1))).toThrow(
    new TypeError('fitPopularity: data.quantity must be a column of the order log, got undefined'),
  )
  expect(() => lineAmounts(bare, 'lines', Float64Array.of(1))).toThrow('data.product must be a column of the order log')
  expect(dense(totalsOf(lineAmounts(orders, 'lines', Float64Array.of(0)), everybody))[0]![0]).toBe(0)
})
