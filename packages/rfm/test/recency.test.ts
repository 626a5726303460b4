import { idIndex, transactions } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recencies } from '../src/recency.js'
import { logOf, orderLines } from './order-lines.js'

const asOf = Date.UTC(2024, 2, 15)
const at = (times: readonly string[]) =>
  transactions(times, { customer: () => 'ann', time: (time) => time, amount: () => 1 })

test('counts calendar days, not spans of 24 hours', () => {
  const oneMinuteAfterMidnight = Date.UTC(2024, 2, 15, 0, 1)
  expect([...recencies(at(['2024-03-14 23:59']), oneMinuteAfterMidnight, 'UTC')]).toEqual([1])
  expect([...recencies(at(['2024-03-15 00:01']), oneMinuteAfterMidnight, 'UTC')]).toEqual([0])
})

test('the latest order counts, wherever its line stands', () => {
  expect([...recencies(at(['2024-03-01', '2024-03-12', '2024-03-05']), asOf, 'UTC')]).toEqual([3])
})

test('days follow the clocks of the zone, over a change to summer time', () => {
  const before = recencies(at(['2024-03-30T23:30Z']), Date.UTC(2024, 2, 31, 22, 30), 'Europe/London')
  const after = recencies(at(['2024-03-30T23:30Z']), Date.UTC(2024, 2, 31, 23, 30), 'Europe/London')
  expect([...before, ...after]).toEqual([1, 2])
})

test('is never negative, even where clocks put back at midnight show the day before again', () => {
  // On 2010-11-07 at 00:01 the clocks of Newfoundland went back to 23:01 of the 6th.
  const justPastMidnight = Date.UTC(2010, 10, 7, 2, 30, 30)
  const order = transactions([justPastMidnight], { customer: () => 1, time: (time) => time, amount: () => 1 })
  expect([...recencies(order, justPastMidnight + 600_000, 'America/St_Johns')]).toEqual([0])
})

test('agrees with the difference between days of the latest lines', () => {
  fc.assert(
    fc.property(orderLines, (lines) => {
      const log = logOf(lines)
      const expected = log.customers.ids.map((id) => {
        const days = lines.filter(({ customer }) => customer === id).map(({ time }) => Math.floor(time / 86_400_000))
        return Math.floor(asOf / 86_400_000) - Math.max(...days)
      })
      expect([...recencies(log, asOf, 'UTC')]).toEqual(expected)
    }),
  )
})

test('names the line after the analysis date when the log has no orders', () => {
  expect(() => recencies(at(['2024-03-01', '2024-03-15 00:00:01']), asOf, 'UTC')).toThrow(
    new RangeError('rfm: orders.time[1] must be at most asOf (2024-03-15T00:00:00.000Z), got 2024-03-15T00:00:01.000Z'),
  )
})

test('names a customer who has no order', () => {
  const log = { ...at(['2024-03-01']), customers: idIndex(['ann', 'bob']) }
  expect(() => recencies(log, asOf, 'UTC')).toThrow(
    new RangeError('rfm: the orders of customer "bob" must be at least 1, got 0'),
  )
})
