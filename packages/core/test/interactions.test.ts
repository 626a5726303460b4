import { interactionsOf, transactionsFromColumns, type InteractionValue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const orders = transactionsFromColumns({
  customer: ['ann', 'bob', 'ann', 'ann', 'bob'],
  product: ['mug', 'pen', 'pen', 'mug', 'pen'],
  time: [1, 2, 3, 4, 5],
  amount: [10, 20, 30, 5, -20],
  quantity: [1, 2, 3, 4, -2],
})

// ann: mug (lines 0 and 3), pen (line 2); bob: pen (lines 1 and 4, which cancel out).
test.each<[InteractionValue, number[]]>([
  ['count', [2, 1, 2]],
  ['quantity', [5, 3, 0]],
  ['binary', [1, 1, 1]],
  ['log1pAmount', [Math.log(16), Math.log(31), 0]],
])('merges the lines of a customer and a product into one cell: %s', (value, cells) => {
  const { customers, products, matrix } = interactionsOf(orders, { value })
  expect([customers.ids, products.ids]).toEqual([
    ['ann', 'bob'],
    ['mug', 'pen'],
  ])
  expect([matrix.rows, matrix.columns]).toEqual([2, 2])
  expect(matrix.offsets).toEqual(Int32Array.of(0, 2, 3))
  expect(matrix.indices).toEqual(Int32Array.of(0, 1, 1))
  Array.from(matrix.values).forEach((got, i) => expect(got).toBeCloseTo(cells[i]!, 12))
})

test('a rating is the amount of the latest line, and of equally late ones the last', () => {
  expect(Array.from(interactionsOf(orders, { value: 'rating' }).matrix.values)).toEqual([5, 30, -20])
  const sameDay = transactionsFromColumns({ customer: ['a', 'a'], product: [1, 1], time: [0, 0], amount: [2, 4] })
  expect(Array.from(interactionsOf(sameDay, { value: 'rating' }).matrix.values)).toEqual([4])
})

// With days as times and a half-life of one day, the lines of day 1 to 5 count 1/16, 1/8, 1/4, 1/2 and 1 on day 5.
test.each<[InteractionValue, number[]]>([
  ['count', [1 / 16 + 1 / 2, 1 / 4, 1 / 8 + 1]],
  ['quantity', [1 / 16 + 4 / 2, 3 / 4, 2 / 8 - 2]],
  ['binary', [1 / 2, 1 / 4, 1]],
  ['log1pAmount', [Math.log1p(10 / 16 + 5 / 2), Math.log1p(30 / 4), -Math.log1p(20 - 20 / 8)]],
  ['rating', [5 / 2, 30 / 4, -20]],
])('lines count half after each half-life: %s', (value, cells) => {
  const day = 86_400_000
  const daily = { ...orders, time: orders.time.map((time) => time * day) }
  const { values } = interactionsOf(daily, { value, halfLife: 1, asOf: 5 * day }).matrix
  Array.from(values).forEach((got, i) => expect(got).toBeCloseTo(cells[i]!, 12))
})

test('counts lines when nothing else is asked for', () => {
  expect(interactionsOf(orders)).toEqual(interactionsOf(orders, { value: 'count' }))
})

test('net refunds keep their sign under the logarithm, so that no cell is NaN', () => {
  const refund = transactionsFromColumns({ customer: ['a', 'b'], product: [1, 1], time: [0, 0], amount: [-5, -0.5] })
  const { values } = interactionsOf(refund, { value: 'log1pAmount' }).matrix
  expect(values[0]).toBeCloseTo(-Math.log(6), 12)
  expect(values[1]).toBeCloseTo(-Math.log(1.5), 12)
})

test('every line is counted once, in the cell of its customer and product', () => {
  const id = fc.constantFrom('a', 'b', '__proto__', 7)
  const line = fc.record({ customer: id, product: id, quantity: fc.integer({ min: -9, max: 9 }) })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const log = transactionsFromColumns({
        customer: lines.map((each) => each.customer),
        product: lines.map((each) => each.product),
        quantity: lines.map((each) => each.quantity),
        time: lines.map(() => 0),
        amount: lines.map(() => 0),
      })
      for (const value of ['count', 'quantity', 'binary'] as const) {
        const { customers, products, matrix } = interactionsOf(log, { value })
        customers.ids.forEach((customer, row) => {
          for (let i = matrix.offsets[row]!; i < matrix.offsets[row + 1]!; i++) {
            const product = products.ids[matrix.indices[i]!]
            const own = lines.filter((each) => each.customer === customer && each.product === product)
            const units = own.reduce((sum, each) => sum + each.quantity, 0)
            expect(matrix.values[i]).toBe({ count: own.length, quantity: units, binary: 1 }[value])
          }
        })
        const pairs = new Set(lines.map((each) => JSON.stringify([each.customer, each.product])))
        expect(matrix.values.length).toBe(pairs.size)
      }
    }),
  )
})

test('leaves the log as it was and shares no column with it', () => {
  const before = structuredClone(orders)
  for (const value of ['count', 'quantity', 'binary', 'log1pAmount'] as const) {
    interactionsOf(orders, { value }).matrix.values.fill(99)
  }
  expect(orders).toEqual(before)
})

test('survives a clone', () => {
  expect(structuredClone(interactionsOf(orders))).toEqual(interactionsOf(orders))
})

describe('refuses', () => {
  const { size, customers, customer, time, amount } = orders
  const bare = { size, customers, customer, time, amount }

  test('a log without products', () => {
    expect(() => interactionsOf(bare)).toThrow(
      new TypeError('interactionsOf: orders.product must be a column of the order log, got undefined'),
    )
  })

  test('quantities of a log that has none', () => {
    const withoutQuantity = { ...bare, products: orders.products!, product: orders.product! }
    expect(() => interactionsOf(withoutQuantity, { value: 'quantity' })).toThrow(
      new TypeError('interactionsOf: orders.quantity must be a column of the order log, got undefined'),
    )
  })

  test('a value it does not know', () => {
    expect(() => interactionsOf(orders, { value: 'sum' as InteractionValue })).toThrow(
      new RangeError(
        'interactionsOf: value must be one of "count", "quantity", "binary", "log1pAmount", "rating", got "sum"',
      ),
    )
  })
})
