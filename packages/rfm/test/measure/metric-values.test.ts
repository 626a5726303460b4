import { transactions, transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineFilter, type LineOptions } from '../../src/measure/line-filter.js'
import { metricValues } from '../../src/measure/metric-values.js'
import { logOf, orderLines } from '../order-lines.js'

const asOf = Date.UTC(2024, 2, 15)
const at = (times: readonly (string | number)[]) =>
  transactions(times, { customer: () => 'ann', time: (time) => time, amount: () => 1 })
const recencies = (times: readonly (string | number)[], now: number, timeZone = 'UTC') => [
  ...metricValues(at(times), lineFilter('rfm', { asOf: now, timeZone }), {}).recency,
]

describe('recency', () => {
  test('counts calendar days, not spans of 24 hours', () => {
    const oneMinuteAfterMidnight = Date.UTC(2024, 2, 15, 0, 1)
    expect(recencies(['2024-03-14 23:59'], oneMinuteAfterMidnight)).toEqual([1])
    expect(recencies(['2024-03-15 00:01'], oneMinuteAfterMidnight)).toEqual([0])
  })

  test('is that of the latest order, wherever its line stands', () => {
    expect(recencies(['2024-03-01', '2024-03-12', '2024-03-05'], asOf)).toEqual([3])
  })

  test('follows the clocks of the zone, over a change to summer time', () => {
    const order = ['2024-03-30T23:30Z']
    expect(recencies(order, Date.UTC(2024, 2, 31, 22, 30), 'Europe/London')).toEqual([1])
    expect(recencies(order, Date.UTC(2024, 2, 31, 23, 30), 'Europe/London')).toEqual([2])
  })

  test('is never negative, even where clocks put back at midnight show the day before again', () => {
    // On 2010-11-07 at 00:01 the clocks of Newfoundland went back to 23:01 of the 6th.
    const justPastMidnight = Date.UTC(2010, 10, 7, 2, 30, 30)
    expect(recencies([justPastMidnight], justPastMidnight + 600_000, 'America/St_Johns')).toEqual([0])
  })

  test('agrees with the difference between days of the latest lines', () => {
    fc.assert(
      fc.property(orderLines, (lines) => {
        const log = logOf(lines)
        const expected = log.customers.ids.map((id) => {
          const days = lines.filter(({ customer }) => customer === id).map(({ time }) => Math.floor(time / 86_400_000))
          return Math.floor(asOf / 86_400_000) - Math.max(...days)
        })
        expect([...metricValues(log, lineFilter('rfm', { asOf }), {}).recency]).toEqual(expected)
      }),
    )
  })
})

const log = transactionsFromColumns({
  customer: ['ann', 'ann', 'bob', 'ann', 'cleo'],
  order: ['o1', 'o1', 'o2', 'o3', 'o0'],
  time: ['2024-03-02 09:00', '2024-03-02 09:00', '2024-03-05', '2024-03-02 18:00', '2024-02-01'],
  amount: [10, 5, 7, -3, 9],
})
const values = (options: Partial<LineOptions> = {}, rest: Parameters<typeof metricValues<string>>[2] = {}) => {
  const { recency, frequency, monetary } = metricValues(log, lineFilter('rfm', { asOf, ...options }), rest)
  return [[...recency], [...frequency], [...monetary]]
}

test('frequency counts orders, days or lines', () => {
  expect(values()[1]).toEqual([2, 1, 1])
  expect(values({}, { frequency: 'days' })[1]).toEqual([1, 1, 1])
  expect(values({}, { frequency: 'lines' })[1]).toEqual([3, 1, 1])
})

test('monetary is the sum, or the mean per order whatever frequency counts', () => {
  expect(values()[2]).toEqual([12, 7, 9])
  for (const frequency of ['orders', 'days', 'lines'] as const) {
    expect(values({}, { frequency, monetary: 'mean' })[2]).toEqual([6, 7, 9])
  }
})

test('a refund that is ignored is neither money nor an order', () => {
  expect(values({ refunds: 'ignore' })).toEqual([
    [13, 10, 43],
    [1, 1, 1],
    [15, 7, 9],
  ])
})

test('only the observation window counts, and who has no order in it is left out', () => {
  expect(values({ from: '2024-03-01' })).toEqual([
    [13, 10],
    [2, 1],
    [12, 7],
  ])
})

test('prospects have no order, no money, and a recency as long as the observation', () => {
  const customers = ['bob', 'dan', 'cleo']
  expect(values({}, { customers })).toEqual([
    [13, 10, 43, 43],
    [2, 1, 1, 0],
    [12, 7, 9, 0],
  ])
  expect(values({ from: '2024-03-01' }, { customers })).toEqual([
    [13, 10, 14, 14],
    [2, 1, 0, 0],
    [12, 7, 0, 0],
  ])
})

test('refuses what it cannot count', () => {
  expect(() => values({}, { monetary: 'median' as any })).toThrow(
    'rfm: monetary must be one of "sum", "mean", got "median"',
  )
  expect(() => values({}, { frequency: 'visits' as any })).toThrow(
    'rfm: frequency must be one of "orders", "days", "lines", got "visits"',
  )
})
