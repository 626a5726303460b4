import { transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequencies, type Frequency } from '../src/frequency.js'
import { logOf, orderLines, type OrderLine } from './order-lines.js'

const keyOf: Record<Frequency, (line: OrderLine, position: number) => unknown> = {
  orders: ({ order }) => order,
  days: ({ time }) => new Date(time).toISOString().slice(0, 10),
  lines: (_, position) => position,
}

test.each(['orders', 'days', 'lines'] as const)(
  'counts distinct %s of each customer, in a log in any order',
  (frequency) => {
    fc.assert(
      fc.property(orderLines, (lines) => {
        const log = logOf(lines)
        const expected = log.customers.ids.map(
          (id) => new Set(lines.flatMap((line, i) => (line.customer === id ? [keyOf[frequency](line, i)] : []))).size,
        )
        expect([...frequencies(log, frequency, 'UTC')]).toEqual(expected)
      }),
    )
  },
)

test('without an order column, the lines of a customer at one moment are one order', () => {
  const log = transactionsFromColumns({
    customer: ['ann', 'ann', 'bob', 'ann', 'ann'],
    time: ['2024-01-02 09:00', '2024-01-02 09:00', '2024-01-02 09:00', '2024-01-02 17:00', '2024-01-01'],
    amount: [1, 2, 3, 4, 5],
  })
  expect([...frequencies(log, 'orders', 'UTC')]).toEqual([3, 1])
})

test('a day ends at midnight in the time zone', () => {
  const log = transactionsFromColumns({
    customer: [1, 1],
    time: ['2024-06-01T22:30Z', '2024-06-01T23:30Z'],
    amount: [1, 1],
  })
  expect([...frequencies(log, 'days', 'UTC')]).toEqual([1])
  expect([...frequencies(log, 'days', 'Europe/London')]).toEqual([2])
})
