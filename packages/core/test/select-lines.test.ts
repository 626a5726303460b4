import {
  idIndex,
  productFact,
  selectLines,
  transactions,
  transactionsFromColumns,
  type Transactions,
} from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const rows = [
  { customer: 'ann', time: 1, amount: 10, product: 'mug', order: 1, quantity: 1, name: 'Blue mug', price: 10 },
  { customer: 'bob', time: 2, amount: 20, product: 'pen', order: 2, quantity: 2, name: undefined, price: NaN },
  { customer: 'ann', time: 3, amount: 30, product: 'cup', order: 3, quantity: 3, name: 'Tea cup', price: 30 },
  { customer: 'cat', time: 4, amount: 40, product: 'pen', order: 4, quantity: 4, name: 'Pen', price: 9 },
]

const orders = transactions(rows, {
  customer: 'customer',
  time: 'time',
  amount: 'amount',
  product: 'product',
  order: 'order',
  quantity: 'quantity',
  productAttributes: { name: 'name', price: 'price' },
})

test('keeps the lines chosen and only the ids they use, in their old order', () => {
  expect(selectLines(orders, Int32Array.of(3, 2))).toEqual({
    size: 2,
    customers: { ids: ['ann', 'cat'] },
    customer: Int32Array.of(1, 0),
    time: Float64Array.of(4, 3),
    amount: Float64Array.of(40, 30),
    products: { ids: ['pen', 'cup'] },
    product: Int32Array.of(0, 1),
    orders: { ids: [3, 4] },
    order: Int32Array.of(1, 0),
    quantity: Float64Array.of(4, 3),
    catalog: {
      products: { ids: ['pen', 'cup'] },
      attributes: [
        { name: 'name', kind: 'text', values: ['Pen', 'Tea cup'] },
        { name: 'price', kind: 'number', values: Float64Array.of(9, 30) },
      ],
    },
  })
})

test('all lines are the log itself, no line is an empty log', () => {
  expect(selectLines(orders, Int32Array.of(0, 1, 2, 3))).toEqual(orders)
  const none = selectLines(orders, new Int32Array(0))
  expect([none.size, none.customers.ids, none.products!.ids, none.catalog!.products.ids]).toEqual([0, [], [], []])
})

test('a line may be chosen more than once', () => {
  const twice = selectLines(orders, Int32Array.of(1, 1))
  expect([twice.size, twice.customers.ids, Array.from(twice.amount)]).toEqual([2, ['bob'], [20, 20]])
})

test('columns that a log has not, its parts have not', () => {
  const bare = transactionsFromColumns({ customer: ['a', 'b'], time: [1, 2], amount: [3, 4] })
  expect(selectLines(bare, Int32Array.of(1))).toEqual(
    transactionsFromColumns({ customer: ['b'], time: [2], amount: [4] }),
  )
})

/** A log as lines of ids, for comparing logs whose numbering differs. */
function linesOf(log: Transactions): unknown[] {
  return Array.from({ length: log.size }, (_, i) => [
    log.customers.ids[log.customer[i]!],
    log.products!.ids[log.product![i]!],
    log.time[i],
    log.amount[i],
  ])
}

test('is, line by line, what was chosen; no id is there without a line', () => {
  const id = fc.constantFrom('a', 'b', '__proto__', 'constructor', 5)
  const line = fc.record({ customer: id, product: id, time: fc.nat(), amount: fc.integer() })
  const chosen = fc
    .array(line, { minLength: 1 })
    .chain((lines) => fc.tuple(fc.constant(lines), fc.array(fc.nat(lines.length - 1))))
  fc.assert(
    fc.property(chosen, ([lines, positions]) => {
      const log = transactions(lines, { customer: 'customer', time: 'time', amount: 'amount', product: 'product' })
      const part = selectLines(log, Int32Array.from(positions))
      expect(linesOf(part)).toEqual(positions.map((i) => linesOf(log)[i]))
      expect(part.customers.ids).toEqual(
        log.customers.ids.filter((each) => positions.some((i) => lines[i]!.customer === each)),
      )
      expect(part.products!.ids).toEqual(
        log.products!.ids.filter((each) => positions.some((i) => lines[i]!.product === each)),
      )
    }),
  )
})

describe('the catalogue', () => {
  test('shrinks also in a cloned log', () => {
    const part = selectLines(structuredClone(orders), Int32Array.of(3))
    expect(part.catalog!.products).toBe(part.products)
    expect(productFact(part.catalog!, 'pen', 'name')).toBe('Pen')
  })

  test('stays whole when it is one of other products', () => {
    const catalog = { products: idIndex(['pen', 'mug', 'hat']), attributes: orders.catalog!.attributes }
    const part = selectLines({ ...orders, catalog }, Int32Array.of(3))
    expect(part.catalog).toBe(catalog)
    expect(productFact(part.catalog!, 'pen', 'name')).toBe('Blue mug')
  })
})

test('leaves the log as it was and shares no column with it', () => {
  const before = structuredClone(orders)
  const part = selectLines(orders, Int32Array.of(0, 1, 2, 3))
  part.amount[0] = part.time[0] = part.customer[0] = 99
  expect(orders).toEqual(before)
})

test.each([4, -1])('refuses position %i, where no line is', (position) => {
  expect(() => selectLines(orders, Int32Array.of(0, position))).toThrow(
    new RangeError(`selectLines: lines[1] must be an index below 4, got ${position}`),
  )
})
