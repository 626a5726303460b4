import { transactions, transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineFilter } from '../../src/measure/line-filter.js'
import { measure } from '../../src/measure/measure.js'
import type { Frequency } from '../../src/measure/purchase-marks.js'
import { logOf, orderLines, type OrderLine } from '../order-lines.js'

const filter = lineFilter('fn', { asOf: '2030-01-01' })
const paid = (amounts: readonly number[]) =>
  transactions(amounts, { customer: () => 'ann', time: () => 0, amount: (amount) => amount })

describe('counts', () => {
  const keyOf: Record<Frequency, (line: OrderLine, position: number) => unknown> = {
    orders: ({ order }) => order,
    days: ({ time }) => new Date(time).toISOString().slice(0, 10),
    lines: (_, position) => position,
  }

  test.each(['orders', 'days', 'lines'] as const)(
    'distinct %s of each customer, in a log in any order',
    (frequency) => {
      fc.assert(
        fc.property(orderLines, (lines) => {
          const log = logOf(lines)
          const expected = log.customers.ids.map(
            (id) => new Set(lines.flatMap((line, i) => (line.customer === id ? [keyOf[frequency](line, i)] : []))).size,
          )
          expect([...measure('fn', log, filter, frequency).count]).toEqual(expected)
        }),
      )
    },
  )

  test('the lines of a customer at one moment as one order, without an order column', () => {
    const log = transactionsFromColumns({
      customer: ['ann', 'ann', 'bob', 'ann', 'ann'],
      time: ['2024-01-02 09:00', '2024-01-02 09:00', '2024-01-02 09:00', '2024-01-02 17:00', '2024-01-01'],
      amount: [1, 2, 3, 4, 5],
    })
    expect([...measure('fn', log, filter, 'orders').count]).toEqual([3, 1])
  })

  test('days that end at midnight in the time zone', () => {
    const log = transactionsFromColumns({
      customer: [1, 1],
      time: ['2024-06-01T22:30Z', '2024-06-01T23:30Z'],
      amount: [1, 1],
    })
    expect([...measure('fn', log, filter, 'days').count]).toEqual([1])
    expect([...measure('fn', log, { ...filter, timeZone: 'Europe/London' }, 'days').count]).toEqual([2])
  })
})

describe('adds', () => {
  test('the amounts of each customer, refunds taken off', () => {
    const log = transactionsFromColumns({ customer: ['a', 'b', 'a'], time: [0, 0, 0], amount: [10, 4, -2.5] })
    expect([...measure('fn', log, filter, 'orders').sum]).toEqual([7.5, 4])
  })

  test('without losing a cent to rounding', () => {
    expect([...measure('fn', paid(new Array<number>(10).fill(0.1)), filter, 'lines').sum]).toEqual([1])
    expect([...measure('fn', paid([1e16, 1, -1e16]), filter, 'lines').sum]).toEqual([1])
  })

  test('and refuses a sum beyond the range of a number', () => {
    expect(() => measure('rfm', paid([1e308, 1e308]), filter, 'lines')).toThrow(
      'rfm: monetary[0] must be finite, got Infinity',
    )
  })
})

test('looks only at lines that count', () => {
  const window = lineFilter('fn', { asOf: 40, from: 20, afterAsOf: 'ignore', refunds: 'ignore' })
  const log = transactionsFromColumns({
    customer: ['a', 'b', 'a', 'a', 'a', 'b'],
    order: [1, 2, 3, 4, 5, 6],
    time: [10, 25, 30, 35, 41, 60],
    amount: [1, 2, 4, -8, 16, 32],
  })
  expect(measure('fn', log, window, 'orders')).toEqual({
    last: Float64Array.of(30, 25),
    count: Int32Array.of(1, 1),
    sum: Float64Array.of(4, 2),
    start: 25,
    leftOut: { afterAsOf: 2, beforeFrom: 1, refunds: 1 },
  })
})

test('long stretches of lines of one customer are taken piece by piece', () => {
  const lines = Array.from({ length: 10_000 }, (_, line) => line)
  const log = transactionsFromColumns({
    customer: lines.map((line) => (line < 9000 ? 'ann' : 'bob')),
    order: lines.map((line) => line >> 1),
    time: lines,
    amount: lines.map(() => 0.1),
  })
  const { last, count, sum } = measure('fn', log, filter, 'orders')
  expect([...last, ...count]).toEqual([8999, 9999, 4500, 500])
  expect([...sum]).toEqual([900, 100])
})

test('a line of a customer who is not in the index is an error', () => {
  const log = transactionsFromColumns({ customer: ['a', 'b'], time: [0, 0], amount: [1, 1] })
  for (const position of [2, -1]) {
    expect(() => measure('fn', { ...log, customer: Int32Array.of(0, position) }, filter, 'orders')).toThrow(
      `fn: orders.customer[1] must be between 0 and 1, got ${position}`,
    )
  }
})
