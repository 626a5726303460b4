import { groupSums, transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customersOf, lineMeasure } from '../src/popularity-counts.js'
import { interactionsFrom } from './fixtures.js'

test('a customer counts once per product, whatever the value of the cell', () => {
  const { matrix } = interactionsFrom([
    ['ann', 'mug', 3],
    ['bob', 'mug', -1],
    ['bob', 'tea', 0],
  ])
  expect(customersOf(matrix)).toEqual(Float64Array.of(2, 1))
})

test('mean units times lines are the units', () => {
  const line = fc.record({ product: fc.nat(5), quantity: fc.integer({ min: -5, max: 50 }) })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const orders = transactionsFromColumns({
        customer: lines.map(() => 'ann'),
        time: lines.map(() => 0),
        amount: lines.map(() => 1),
        product: lines.map(({ product }) => product),
        quantity: lines.map(({ quantity }) => quantity),
      })
      const counts = lineMeasure(orders, 'lines')
      const units = lineMeasure(orders, 'quantity')
      expect(units).toEqual(groupSums(orders.product!, orders.quantity!, orders.products!.ids.length))
      lineMeasure(orders, 'meanQuantity').forEach((mean, item) =>
        expect(mean * counts[item]!).toBeCloseTo(units[item]!, 9),
      )
    }),
  )
})

test('a product without a line has no units, lines or mean', () => {
  const sold = transactionsFromColumns({ customer: ['a'], time: [0], amount: [1], product: ['mug'], quantity: [2] })
  const orders = { ...sold, products: { ids: ['mug', 'tea'] } }
  for (const by of ['lines', 'quantity', 'meanQuantity'] as const) expect(lineMeasure(orders, by)[1]).toBe(0)
})

test('names the column that is missing', () => {
  const orders = transactionsFromColumns({ customer: ['a'], time: [0], amount: [1], product: ['mug'] })
  expect(() => lineMeasure(orders, 'quantity')).toThrow(
    new TypeError('fitPopularity: data.quantity must be a column of the order log, got undefined'),
  )
})
