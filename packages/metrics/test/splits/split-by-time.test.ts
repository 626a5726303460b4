import { readFileSync } from 'node:fs'
import { calendarDay, transactions, transactionsFromColumns } from '@clientele/core'
import { hasShared, sharedFile } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitByTime } from '../../src/splits/split-by-time.js'

function ordersAt(...times: (string | number)[]) {
  return transactionsFromColumns({
    customer: times.map((_, i) => `c-${i}`),
    time: times,
    amount: times.map(() => 1),
  })
}

test('the test period is the last calendar days, the day of the last line among them', () => {
  const orders = ordersAt('2011-11-09 23:59:59', '2011-11-10', '2011-12-09 12:50')
  const { train, test: later, at } = splitByTime(orders, { testDays: 30 })
  expect(at).toBe(Date.UTC(2011, 10, 10))
  expect(train.customers.ids).toEqual(['c-0'])
  expect(later.customers.ids).toEqual(['c-1', 'c-2'])
})

test('one test day is the day of the last line, whatever its hour', () => {
  const midnight = ordersAt('2024-03-01 08:00', '2024-03-02 00:00')
  const evening = ordersAt('2024-03-01 08:00', '2024-03-02 23:59')
  expect(splitByTime(midnight, { testDays: 1 }).at).toBe(Date.UTC(2024, 2, 2))
  expect(splitByTime(evening, { testDays: 1 }).at).toBe(Date.UTC(2024, 2, 2))
})

test('days begin in the time zone, also when the clocks change in between', () => {
  // 2024-03-31 01:00 UTC clocks in Paris go from +1 to +2; the last line is of 1 April there.
  const orders = ordersAt('2024-03-20T12:00Z', '2024-03-31T22:30Z')
  expect(splitByTime(orders, { testDays: 1, timeZone: 'Europe/Paris' }).at).toBe(Date.UTC(2024, 2, 31, 22))
  expect(splitByTime(orders, { testDays: 2, timeZone: 'Europe/Paris' }).at).toBe(Date.UTC(2024, 2, 30, 23))
  expect(splitByTime(orders, { testDays: 1 }).at).toBe(Date.UTC(2024, 2, 31))
})

test('a line at the very moment of the split is a test line', () => {
  const { train, test: later, at } = splitByTime(ordersAt(10, 20, 30), { at: 20 })
  expect([at, ...train.time]).toEqual([20, 10])
  expect([...later.time]).toEqual([20, 30])
})

test('a bare date splits at the start of that day in the time zone', () => {
  const orders = ordersAt('2024-06-01', '2024-06-03')
  expect(splitByTime(orders, { at: '2024-06-02', timeZone: 'America/New_York' }).at).toBe(Date.UTC(2024, 5, 2, 4))
})

test('each side knows only its own customers and products, in the order of the log', () => {
  const rows = [
    { customer: 'b', time: '2024-01-05', amount: 1, product: 'q' },
    { customer: 'a', time: '2024-01-01', amount: 2, product: 'p' },
    { customer: 'a', time: '2024-01-06', amount: 3, product: 'p' },
  ]
  const orders = transactions(rows, { customer: 'customer', time: 'time', amount: 'amount', product: 'product' })
  const { train, test: later } = splitByTime(orders, { at: '2024-01-03' })
  expect(train.products!.ids).toEqual(['p'])
  expect(later.customers.ids).toEqual(['b', 'a'])
  expect([...later.amount]).toEqual([1, 3])
})

test('no line is lost, and none of the train side is later than one of the test side', () => {
  const times = fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 20 }), (time, testDays) => {
      const day = calendarDay('UTC')
      fc.pre(day(Math.max(...time)) - day(Math.min(...time)) >= testDays)
      const { train, test: later, at } = splitByTime(ordersAt(...time), { testDays })
      expect([...train.time, ...later.time].sort()).toEqual([...time].sort())
      expect(Math.max(...train.time)).toBeLessThan(at)
      expect(Math.min(...later.time)).toBeGreaterThanOrEqual(at)
    }),
  )
})

test('test lines of customers or products that the train side lacks are counted, and set apart when asked to', () => {
  const rows = [
    { customer: 'a', time: '2024-01-01', amount: 1, product: 'p' },
    { customer: 'a', time: '2024-01-05', amount: 2, product: 'p' },
    { customer: 'a', time: '2024-01-05', amount: 3, product: 'new' },
    { customer: 'new', time: '2024-01-06', amount: 4, product: 'p' },
  ]
  const orders = transactions(rows, { customer: 'customer', time: 'time', amount: 'amount', product: 'product' })
  const kept = splitByTime(orders, { at: '2024-01-03' })
  expect([kept.coldLines, kept.test.size, kept.cold]).toEqual([2, 3, undefined])
  const apart = splitByTime(orders, { at: '2024-01-03', cold: 'setApart' })
  expect([apart.coldLines, [...apart.test.amount], [...apart.cold!.amount]]).toEqual([2, [2], [3, 4]])
  expect(apart.facts).toMatchObject({ newCustomers: 0, newProducts: 0, repeatedPairs: 1 })
})

test('a split that leaves a side empty is refused', () => {
  const orders = ordersAt('2024-01-01', '2024-01-10')
  expect(() => splitByTime(orders, { testDays: 10 })).toThrow(
    new RangeError('splitByTime: testDays must leave orders to learn from, got 10'),
  )
  expect(() => splitByTime(orders, { at: '2024-01-11' })).toThrow(
    new RangeError('splitByTime: at must leave orders to test with, got "2024-01-11"'),
  )
  expect(() => splitByTime(ordersAt(), { testDays: 1 })).toThrow(
    new RangeError('splitByTime: orders must have at least one line, got 0'),
  )
})

test('exactly one of testDays and at is needed, and it must be valid', () => {
  const orders = ordersAt(1, 2)
  expect(() => splitByTime(orders, {} as never)).toThrow('splitByTime: testDays must be an integer, got undefined')
  expect(() => splitByTime(orders, { at: 2, testDays: 1 } as never)).toThrow(
    'splitByTime: testDays must not be given together with at, got 1',
  )
  expect(() => splitByTime(orders, { testDays: 0 })).toThrow('splitByTime: testDays must be at least 1, got 0')
  expect(() => splitByTime(orders, { at: '2024-02-30' })).toThrow('splitByTime: at must be a real date')
})

describe.skipIf(!hasShared)('on the CDNOW sample', () => {
  test('repeat purchases before 1997-10-01 are those of the published calibration period', () => {
    const rows = readFileSync(sharedFile('data/cdnow/CDNOW_sample.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
    const orders = transactions(rows, {
      customer: (row) => Number(row[1]),
      time: (row) => row[2]!.replace(/(....)(..)(..)/, '$1-$2-$3'),
      amount: (row) => Number(row[4]),
    })
    const { train, facts } = splitByTime(orders, { at: '1997-10-01' })
    const purchaseDays = new Set(train.time.map((time, line) => train.customer[line]! * 1e6 + time / 86_400_000))
    const published = readFileSync(sharedFile('data/cdnow/cdnow_customers_summary.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const repeats = published.reduce((sum, line) => sum + Number(line.split(',')[1]), 0)
    expect(facts.train.customers).toBe(published.length)
    expect(purchaseDays.size - facts.train.customers).toBe(repeats)
    // All customers of the sample started in the first quarter of 1997: none is new afterwards.
    expect(facts).toMatchObject({
      train: { lines: 4960 },
      test: { lines: 1959 },
      returningCustomers: 684,
      newCustomers: 0,
    })
  })
})
