import { transactionsFromColumns } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { counts, leaveOut, lineFilter, type LineOptions } from '../../src/measure/line-filter.js'

const log = transactionsFromColumns({
  customer: ['ann', 'ann', 'bob', 'bob'],
  order: ['o1', 'o2', 'o3', 'o4'],
  time: ['2024-01-01', '2024-01-05', '2024-01-05', '2024-01-09'],
  amount: [10, -4, 0, 5],
})

/** Books all lines that do not count. */
function leftOut(options: LineOptions, orders = log) {
  const filter = lineFilter('fn', options)
  const isCounted = counts(orders, filter)
  const tally = { afterAsOf: 0, beforeFrom: 0, refunds: 0 }
  for (let line = 0; line < orders.size; line++) {
    if (!isCounted(line)) leaveOut('fn', orders, line, filter, tally)
  }
  return tally
}

test('every line up to and at the analysis date counts, refunds too', () => {
  expect(leftOut({ asOf: '2024-01-09' })).toEqual({ afterAsOf: 0, beforeFrom: 0, refunds: 0 })
})

test('the window begins at from, and what lies outside is booked under the first reason', () => {
  expect(leftOut({ asOf: '2024-01-06', from: '2024-01-05', afterAsOf: 'ignore', refunds: 'ignore' })).toEqual({
    afterAsOf: 1,
    beforeFrom: 1,
    refunds: 1,
  })
})

test('an amount of 0 is no refund', () => {
  expect(leftOut({ asOf: '2024-01-09', refunds: 'ignore' }).refunds).toBe(1)
})

test('bare dates begin where the time zone says', () => {
  const { from, until } = lineFilter('fn', { asOf: '2024-01-10', from: '2024-01-01', timeZone: 'Asia/Tokyo' })
  expect([from, until]).toEqual([Date.UTC(2023, 11, 31, 15), Date.UTC(2024, 0, 9, 15)])
})

describe('refuses', () => {
  test('a line after the analysis date, by its order or else by its position', () => {
    expect(() => leftOut({ asOf: '2024-01-08' })).toThrow(
      new RangeError(
        'fn: the time of order "o4" must be at most asOf (2024-01-08T00:00:00.000Z), got 2024-01-09T00:00:00.000Z',
      ),
    )
    const { order: _, orders: __, ...without } = log
    expect(() => leftOut({ asOf: '2024-01-08' }, without)).toThrow(
      new RangeError(
        'fn: orders.time[3] must be at most asOf (2024-01-08T00:00:00.000Z), got 2024-01-09T00:00:00.000Z',
      ),
    )
  })

  test('cells of a hand-made log that are no number or point nowhere', () => {
    const broken = (cells: object) => () => {
      leaveOut('fn', { ...log, ...cells }, 1, lineFilter('fn', { asOf: 0 }), {
        afterAsOf: 0,
        beforeFrom: 0,
        refunds: 0,
      })
    }
    expect(broken({ amount: [1, NaN] })).toThrow('fn: orders.amount[1] must be finite, got NaN')
    expect(broken({ time: [1, NaN] })).toThrow('fn: orders.time[1] must be finite, got NaN')
    expect(broken({ time: [1] })).toThrow('fn: orders.time[1] must be a number, got undefined')
    expect(broken({ customer: [0, 2] })).toThrow('fn: orders.customer[1] must be between 0 and 1, got 2')
  })

  test('options that make no sense', () => {
    const refuses = (options: object, message: string) =>
      expect(() => lineFilter('fn', { asOf: '2024-01-10', ...options })).toThrow(message)
    expect(() => lineFilter('fn', undefined as any)).toThrow('fn: options must be an object with asOf, got undefined')
    refuses({ asOf: undefined }, 'fn: asOf must be a date, epoch milliseconds or ISO 8601 text, got undefined')
    refuses({ from: 'spring' }, 'fn: from must be a real date in ISO 8601 (2011-12-10), got "spring"')
    refuses(
      { from: '2024-01-11' },
      'fn: from must be at most asOf (2024-01-10T00:00:00.000Z), got 2024-01-11T00:00:00.000Z',
    )
    refuses({ refunds: 'drop' }, 'fn: refunds must be one of "net", "ignore", got "drop"')
    refuses({ afterAsOf: 'drop' }, 'fn: afterAsOf must be one of "refuse", "ignore", got "drop"')
    refuses({ timeZone: 'Mars/Olympus' }, 'fn: timeZone must be an IANA time zone')
  })
})
