import { featureColumn, rowsOf, transactions, type Transactions } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rfm, type Rfm, type RfmOptions } from '../src/rfm.js'
import { analysisDate, logOf, orderLines } from './order-lines.js'

const rows = [
  { customer: 'ann', order: 'o1', at: '2024-01-02 09:00', paid: 10 },
  { customer: 'ann', order: 'o1', at: '2024-01-02 09:00', paid: 5 },
  { customer: 'bob', order: 'o2', at: '2024-01-05 23:59', paid: 7.5 },
  { customer: 'ann', order: 'o3', at: '2024-01-09 00:00', paid: 20 },
  { customer: 'ann', order: 'o4', at: '2024-01-09 18:00', paid: -4 },
]
const orders = transactions(rows, { customer: 'customer', order: 'order', time: 'at', amount: 'paid' })

test('measures and scores each customer', () => {
  expect(rowsOf(rfm(orders, { asOf: '2024-01-10', bins: 2 }))).toEqual([
    {
      customer: 'ann',
      recency: 1,
      frequency: 3,
      monetary: 31,
      recencyScore: 2,
      frequencyScore: 2,
      monetaryScore: 2,
    },
    {
      customer: 'bob',
      recency: 5,
      frequency: 1,
      monetary: 7.5,
      recencyScore: 1,
      frequencyScore: 1,
      monetaryScore: 1,
    },
  ])
})

test('gives back the cuts, type 7 quantiles, and the analysis date', () => {
  const scored = rfm(orders, { asOf: '2024-01-10', bins: 4 })
  expect(scored.asOf).toBe(Date.UTC(2024, 0, 10))
  expect(scored.cuts).toEqual({
    recency: [2, 3, 4],
    frequency: [1.5, 2, 2.5],
    monetary: [13.375, 19.25, 25.125],
  })
})

test('frequency counts orders unless days or lines are asked for', () => {
  const counts = (options: Partial<RfmOptions>) => [
    ...featureColumn(rfm(orders, { asOf: '2024-01-10', ...options }), 'frequency').values,
  ]
  expect(counts({})).toEqual([3, 1])
  expect(counts({ frequency: 'days' })).toEqual([2, 1])
  expect(counts({ frequency: 'lines' })).toEqual([4, 1])
})

test('a bare analysis date begins, and days end, where the time zone says', () => {
  const inTokyo = rfm(orders, { asOf: '2024-01-11', timeZone: 'Asia/Tokyo', frequency: 'days' })
  expect(inTokyo.asOf).toBe(Date.UTC(2024, 0, 10, 15))
  // 23:59 on the 5th and 18:00 on the 9th in UTC are the 6th and the 10th in Tokyo.
  expect([...featureColumn(inTokyo, 'recency').values]).toEqual([1, 5])
  expect([...featureColumn(inTokyo, 'frequency').values]).toEqual([3, 1])
})

test('given cuts score later customers on the same scale', () => {
  const { cuts } = rfm(orders, { asOf: '2024-01-10', bins: 4 })
  const later = transactions([{ customer: 'cleo', at: '2024-02-01', paid: 22 }], {
    customer: 'customer',
    time: 'at',
    amount: 'paid',
  })
  const scored = rfm(later, { asOf: '2024-02-04', cuts })
  expect(rowsOf(scored)).toMatchObject([{ recency: 3, recencyScore: 3, frequencyScore: 1, monetaryScore: 3 }])
  expect(scored.cuts).toEqual(cuts)
  expect(scored.cuts.recency).not.toBe(cuts.recency)
})

test('a single customer scores highest in recency and 1 in the rest', () => {
  const alone = transactions(rows.slice(0, 2), { customer: 'customer', order: 'order', time: 'at', amount: 'paid' })
  expect(rowsOf(rfm(alone, { asOf: '2024-01-10' }))).toMatchObject([
    { recencyScore: 5, frequencyScore: 1, monetaryScore: 1 },
  ])
})

test('customers who are all equal score alike, as a single one does', () => {
  const equal = transactions(['a', 'b', 'c', 'd', 'e', 'f'], {
    customer: (id) => id,
    time: () => '2024-01-02',
    amount: () => 3,
  })
  for (const row of rowsOf(rfm(equal, { asOf: '2024-01-10' }))) {
    expect(row).toMatchObject({ recencyScore: 5, frequencyScore: 1, monetaryScore: 1 })
  }
})

test('equal values share a score, better values never score lower, and nothing is NaN', () => {
  fc.assert(
    fc.property(orderLines, fc.integer({ min: 2, max: 10 }), (lines, bins) => {
      const scored = rfm(logOf(lines), { asOf: analysisDate, bins })
      for (const { name, sign } of [
        { name: 'recency', sign: -1 },
        { name: 'frequency', sign: 1 },
        { name: 'monetary', sign: 1 },
      ]) {
        const values = featureColumn(scored, name).values
        const scores = featureColumn(scored, `${name}Score`).values
        values.forEach((value, a) => {
          expect(value).toBeTypeOf('number')
          expect(Number.isFinite(value)).toBe(true)
          expect(scores[a]! >= 1 && scores[a]! <= bins).toBe(true)
          values.forEach((other, b) => {
            if (value === other) expect(scores[a]).toBe(scores[b])
            if (sign * value > sign * other) expect(scores[a]! >= scores[b]!).toBe(true)
          })
        })
      }
    }),
  )
})

test('does not depend on the order of the lines', () => {
  const byCustomer = (scored: Rfm) => new Map(rowsOf(scored).map((row) => [row['customer'], row]))
  fc.assert(
    fc.property(orderLines, (lines) => {
      const reversed = byCustomer(rfm(logOf([...lines].reverse()), { asOf: analysisDate }))
      for (const [customer, row] of byCustomer(rfm(logOf(lines), { asOf: analysisDate }))) {
        const { monetary, ...others } = reversed.get(customer)!
        expect(row).toMatchObject(others)
        expect(row['monetary']).toBeCloseTo(monetary as number, 9)
      }
    }),
  )
})

test('leaves the orders as they are and returns plain data', () => {
  const before = structuredClone(orders)
  const scored = rfm(orders, { asOf: '2024-01-10' })
  expect(orders).toEqual(before)
  expect(structuredClone(scored)).toEqual(scored)
})

describe('says what happened', () => {
  test('which scores occur, where ties leave fewer than there are bins', () => {
    const equal = transactions(['a', 'b', 'c', 'd', 'e'], {
      customer: (id) => id,
      time: (id) => (id === 'e' ? '2024-01-09' : '2024-01-02'),
      amount: () => 3,
    })
    const { occurring } = rfm(equal, { asOf: '2024-01-10' })
    // By hand: four customers of recency 8 and one of 1; the cuts are 6.6, 8, 8, 8.
    expect(occurring).toEqual({ recency: [4, 5], frequency: [1], monetary: [1] })
  })

  test('whose refunds exceed what they bought: kept, with a negative value', () => {
    const refunded = transactions([...rows, { customer: 'bob', order: 'o5', at: '2024-01-09', paid: -9 }], {
      customer: 'customer',
      order: 'order',
      time: 'at',
      amount: 'paid',
    })
    const scored = rfm(refunded, { asOf: '2024-01-10', bins: 2 })
    expect([...scored.negative]).toEqual([1])
    expect([...featureColumn(scored, 'monetary').values]).toEqual([31, -1.5])
    expect(scored.leftOut).toEqual({ afterAsOf: 0, beforeFrom: 0, refunds: 0, customers: 0 })
  })

  test('what was left out, and why', () => {
    const scored = rfm(orders, { asOf: '2024-01-09', from: '2024-01-05', afterAsOf: 'ignore', refunds: 'ignore' })
    expect(rowsOf(scored)).toMatchObject([
      { customer: 'ann', recency: 0, frequency: 1, monetary: 20 },
      { customer: 'bob', recency: 4, frequency: 1, monetary: 7.5 },
    ])
    expect(scored.leftOut).toEqual({ afterAsOf: 1, beforeFrom: 2, refunds: 0, customers: 0 })
  })
})

test('prospects come last, have scores of 0 and leave the cuts of the others alone', () => {
  const alone = rfm(orders, { asOf: '2024-01-10', bins: 3 })
  const scored = rfm(orders, { asOf: '2024-01-10', bins: 3, customers: ['zoe', 'ann'] })
  expect(scored.cuts).toEqual(alone.cuts)
  expect(scored.prospects).toBe(1)
  expect(rowsOf(scored).slice(0, 2)).toEqual(rowsOf(alone))
  expect(rowsOf(scored)[2]).toEqual({
    customer: 'zoe',
    recency: 8,
    frequency: 0,
    monetary: 0,
    recencyScore: 0,
    frequencyScore: 0,
    monetaryScore: 0,
  })
  expect(scored.occurring).toEqual(alone.occurring)
})

describe('refuses', () => {
  const refuses = (options: object, message: string, log: Transactions = orders) =>
    expect(() => rfm(log, { asOf: '2024-01-10', ...options })).toThrow(message)

  test('a missing or impossible analysis date', () => {
    refuses({ asOf: undefined }, 'rfm: asOf must be a date, epoch milliseconds or ISO 8601 text, got undefined')
    refuses({ asOf: '2024-02-30' }, 'rfm: asOf must be a real date in ISO 8601 (2011-12-10), got "2024-02-30"')
  })

  test('what is no order log, such as rows', () => {
    refuses({}, 'rfm: orders must be an order log (see transactions), got an array of 5', rows as any)
  })

  test('no options', () => {
    expect(() => (rfm as any)(orders)).toThrow(new TypeError('rfm: options must be an object with asOf, got undefined'))
  })

  test('an order after the analysis date, by name', () => {
    refuses(
      { asOf: '2024-01-09' },
      'rfm: the time of order "o4" must be at most asOf (2024-01-09T00:00:00.000Z), got 2024-01-09T18:00:00.000Z',
    )
  })

  test('orders of which none counts', () => {
    refuses(
      { asOf: '2023-01-01', afterAsOf: 'ignore' },
      'rfm: orders must have a line that counts (5 lines after asOf, 0 before from, 0 refunds were left out), got 0',
    )
  })

  test('an amount that is NaN, in a log made by hand', () => {
    const broken = { ...orders, amount: Float64Array.of(1, 2, NaN, 4, 5) }
    refuses({}, 'rfm: orders.amount[2] must be finite, got NaN', broken)
  })

  test('orders without a line', () => {
    refuses({}, 'rfm: orders.size must be at least 1, got 0', transactions([], { customer: '', time: '', amount: '' }))
  })

  test('options out of range', () => {
    refuses({ bins: 1 }, 'rfm: bins must be between 2 and 100, got 1')
    refuses({ bins: 2.5 }, 'rfm: bins must be an integer, got 2.5')
    refuses({ frequency: 'visits' }, 'rfm: frequency must be one of "orders", "days", "lines", got "visits"')
    refuses({ timeZone: 'Mars/Olympus' }, 'rfm: timeZone must be an IANA time zone')
    const cuts = { recency: [1], frequency: [1], monetary: [1] }
    refuses({ bins: 2, cuts }, 'rfm: bins must be left out when cuts are given, got 2')
  })
})
