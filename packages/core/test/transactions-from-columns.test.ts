import { positionOf, transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const columns = {
  customer: ['ann', 'bob', 'ann'],
  time: ['2024-01-05', '2024-01-09 12:30', '2024-02-01T00:00:00Z'],
  amount: [10, 20.5, -5],
  product: [30, 10, 30],
  order: ['o-1', 'o-2', 'o-1'],
  quantity: [1, 2, -1],
}

test('encodes ids by first appearance and times as epoch milliseconds', () => {
  expect(transactionsFromColumns(columns)).toEqual({
    size: 3,
    customers: { ids: ['ann', 'bob'] },
    customer: Int32Array.of(0, 1, 0),
    time: Float64Array.of(Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 9, 12, 30), Date.UTC(2024, 1, 1)),
    amount: Float64Array.of(10, 20.5, -5),
    products: { ids: [30, 10] },
    product: Int32Array.of(0, 1, 0),
    orders: { ids: ['o-1', 'o-2'] },
    order: Int32Array.of(0, 1, 0),
    quantity: Float64Array.of(1, 2, -1),
  })
})

test('has no product, order or quantity where none is given', () => {
  const { customer, time, amount } = columns
  expect(Object.keys(transactionsFromColumns({ customer, time, amount }))).toEqual([
    'size',
    'customers',
    'customer',
    'time',
    'amount',
  ])
})

test('may be empty', () => {
  const log = transactionsFromColumns({ customer: [], time: [], amount: [] })
  expect([log.size, log.customers.ids, log.time.length]).toEqual([0, [], 0])
})

test('takes times as numbers, dates and text side by side, text by the clocks of the zone', () => {
  const time = [Date.UTC(2024, 6, 1), new Date(Date.UTC(2024, 6, 1)), '2024-07-01 05:45', '2024-06-30T17:00-07']
  const log = transactionsFromColumns(
    { customer: [1, 2, 3, 4], time, amount: [1, 1, 1, 1] },
    { timeZone: 'Asia/Kathmandu' },
  )
  expect(log.time).toEqual(new Float64Array(4).fill(Date.UTC(2024, 6, 1)))
})

test('takes typed arrays for columns, and gives the same log as for arrays', () => {
  const line = fc.record({
    customer: fc.integer({ min: -5, max: 5 }),
    time: fc.integer({ min: -1e12, max: 2e12 }),
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const [customer, time, amount] = [
        lines.map((each) => each.customer),
        lines.map((each) => each.time),
        lines.map((each) => each.amount),
      ]
      const typed = transactionsFromColumns({
        customer: Int32Array.from(customer),
        time: Float64Array.from(time),
        amount: Float64Array.from(amount),
      })
      expect(typed).toEqual(transactionsFromColumns({ customer, time, amount }))
    }),
  )
})

test('shares no memory with the columns it was given', () => {
  const given = { customer: Int32Array.of(0, 1), time: Float64Array.of(1, 2), amount: Float64Array.of(3, 4) }
  const log = transactionsFromColumns(given)
  given.time[0] = given.amount[0] = given.customer[0] = 9
  expect([log.customer[0], log.time[0], log.amount[0]]).toEqual([0, 1, 3])
})

test('survives a clone, in which ids are found again', () => {
  const log = transactionsFromColumns({ ...columns, customer: ['ann', '__proto__', 'ann'] })
  const clone = structuredClone(log)
  expect(clone).toEqual(log)
  expect([positionOf(clone.customers, '__proto__'), positionOf(clone.products!, 10)]).toEqual([1, 1])
})

describe('refuses, and names the cell', () => {
  const fn = 'transactionsFromColumns'

  test.each<[string, object, Error]>([
    [
      'a missing customer',
      { customer: ['a', null, 'b'] },
      new TypeError(`${fn}: customer[1] must be a string or a number, got null`),
    ],
    [
      'a missing product',
      { product: [1, 2, undefined] },
      new TypeError(`${fn}: product[2] must be a string or a number, got undefined`),
    ],
    [
      'an order that is NaN',
      { order: [NaN, 1, 1] },
      new TypeError(`${fn}: order[0] must be a string or a number, got NaN`),
    ],
    ['money as text', { amount: [1, '2', 3] }, new TypeError(`${fn}: amount[1] must be a number, got "2"`)],
    [
      'money that is NaN',
      { amount: Float64Array.of(1, 2, NaN) },
      new RangeError(`${fn}: amount[2] must be finite, got NaN`),
    ],
    [
      'endless quantities',
      { quantity: [1, -Infinity, 1] },
      new RangeError(`${fn}: quantity[1] must be finite, got -Infinity`),
    ],
    [
      'a day that is none',
      { time: ['2024-01-01', '2023-02-29', '2024-01-01'] },
      new RangeError(`${fn}: time[1] must be a real date in ISO 8601 (2011-12-10), got "2023-02-29"`),
    ],
    [
      'a broken date',
      { time: [0, 0, new Date(NaN)] },
      new RangeError(`${fn}: time[2] must be a valid date, got an invalid Date`),
    ],
    ['a time that is NaN', { time: [0, NaN, 0] }, new RangeError(`${fn}: time[1] must be finite, got NaN`)],
    [
      'no time',
      { time: [0, undefined, 0] },
      new TypeError(`${fn}: time[1] must be a date, epoch milliseconds or ISO 8601 text, got undefined`),
    ],
    [
      'columns of different length',
      { product: [1, 2] },
      new RangeError(`${fn}: product.length must be 3, one per line, got 2`),
    ],
    [
      'a missing column',
      { amount: undefined },
      new TypeError(`${fn}: amount must be an array or a typed array, got undefined`),
    ],
    [
      'a column that is none',
      { order: new Set([1, 2, 3]) },
      new TypeError(`${fn}: order must be an array or a typed array, got an object`),
    ],
  ])('%s', (_, wrong, error) => {
    expect(() => transactionsFromColumns({ ...columns, ...wrong })).toThrow(error)
  })

  test('an unknown zone, even where no time needs one', () => {
    const { customer, amount } = columns
    expect(() => transactionsFromColumns({ customer, time: [1, 2, 3], amount }, { timeZone: 'Nowhere' })).toThrow(
      new RangeError(`${fn}: timeZone must be an IANA time zone ("Europe/London"), got "Nowhere"`),
    )
  })
})

test('columns of doubles are kept when told so, and bad cells in them named all the same', () => {
  const columns = { customer: [1, 2], time: Float64Array.of(0, 86_400_000), amount: Float64Array.of(-3, 4) }
  const orders = transactionsFromColumns(columns, { copy: false })
  expect([orders.time === columns.time, orders.amount === columns.amount]).toEqual([true, true])
  const plain = { customer: [1, 2], time: [...columns.time], amount: Float32Array.from(columns.amount) }
  expect(transactionsFromColumns(plain, { copy: false })).toEqual(orders)
  for (const copy of [true, false]) {
    expect(() => transactionsFromColumns({ ...columns, amount: Float64Array.of(1, -Infinity) }, { copy })).toThrow(
      new RangeError('transactionsFromColumns: amount[1] must be finite, got -Infinity'),
    )
    expect(() => transactionsFromColumns({ ...columns, time: Float64Array.of(1, 9e15) }, { copy })).toThrow(
      /^transactionsFromColumns: time\[1\] must/,
    )
  }
  expect(() => transactionsFromColumns(columns, { copy: 'no' as never })).toThrow(
    new TypeError('transactionsFromColumns: copy must be true or false, got "no"'),
  )
})
