import { rowsOf } from '@clientele/core'
import { hasShared } from '@clientele/testing'
import { expect, test } from 'vitest'
import { bgNbd, expectedAgainstSeen, fitBgNbd, holdoutSummary, paretoNbd } from '../../src/index.js'
import { cdnowHistories, cdnowOrders, stored } from './real-histories.js'

const model = bgNbd({ r: 0.5, alpha: 5, a: 0.8, b: 2.4 })
const histories = {
  repeatPurchases: [0, 0, 2, 8, 9],
  activeSpan: [0, 0, 10, 20, 25],
  age: [30, 20, 30, 30, 30],
  holdoutPurchases: [0, 1, 0, 4, 2],
  duration: 13,
}

test('has a row for each number of repeat purchases that occurs, and sums', () => {
  const expected = model.expectedPurchases(histories, 13)
  const table = expectedAgainstSeen(model, histories)
  const rows = rowsOf(table)
  expect(rows.map((row) => [row['repeatPurchases'], row['customers'], row['seen']])).toEqual([
    ['0', 2, 0.5],
    ['2', 1, 0],
    ['7+', 2, 3],
  ])
  expect(rows[0]!['expected']).toBeCloseTo((expected[0]! + expected[1]!) / 2, 14)
  expect(rows[2]!['expected']).toBeCloseTo((expected[3]! + expected[4]!) / 2, 14)
  expect(table.seen).toBe(7)
  expect(table.expected).toBeCloseTo(
    expected.reduce((sum, each) => sum + each, 0),
    12,
  )
  const distance = expected.reduce((sum, each, i) => sum + Math.abs(each - histories.holdoutPurchases[i]!), 0)
  expect(table.meanAbsoluteError).toBeCloseTo(distance / 5, 12)
})

test('the last row begins where it is told to', () => {
  const rows = rowsOf(expectedAgainstSeen(model, histories, { most: 1 }))
  expect(rows.map((row) => [row['repeatPurchases'], row['customers']])).toEqual([
    ['0', 2],
    ['1+', 3],
  ])
})

test.each<[object, object, string]>([
  [
    { holdoutPurchases: [0] },
    {},
    'expectedAgainstSeen: histories.holdoutPurchases.length must be 5, one per customer, got 1',
  ],
  [
    { holdoutPurchases: [0, 1, 0, 4, -1] },
    {},
    'expectedAgainstSeen: histories.holdoutPurchases[4] must be at least 0, got -1',
  ],
  [{ duration: NaN }, {}, 'expectedAgainstSeen: histories.duration must be finite, got NaN'],
  [{}, { most: 0 }, 'expectedAgainstSeen: most must be between 1 and 1000000, got 0'],
  [
    { repeatPurchases: [], activeSpan: [], age: [], holdoutPurchases: [] },
    {},
    'expectedAgainstSeen: histories must have at least one customer, got 0',
  ],
])('refuses %o with %o', (wrong, options, message) => {
  expect(() => expectedAgainstSeen(model, { ...histories, ...wrong }, options)).toThrow(message)
})

test.skipIf(!hasShared).each(['bgNbd', 'paretoNbd'] as const)('%s misses CDNOW by what lifetimes does', (name) => {
  const { holdoutPurchases } = holdoutSummary(cdnowOrders(), { at: '1997-10-01', asOf: '1998-07-01' })
  const { parameters, sumOfExpectedPurchases39Weeks, meanAbsoluteErrorAgainstHoldout } = stored.cdnow.models[name]
  const published = { ...cdnowHistories(), holdoutPurchases, duration: 39 }
  const table = expectedAgainstSeen(name === 'bgNbd' ? bgNbd(parameters) : paretoNbd(parameters), published)
  expect(table.seen).toBe(1882)
  expect(table.expected).toBeCloseTo(sumOfExpectedPurchases39Weeks, 5)
  expect(table.meanAbsoluteError).toBeCloseTo(meanAbsoluteErrorAgainstHoldout, 7)
})

test.skipIf(!hasShared)('the whole path on CDNOW: split, fit, compare', () => {
  const split = holdoutSummary(cdnowOrders(), { at: '1997-10-01', asOf: '1998-07-01' })
  const rows = rowsOf(expectedAgainstSeen(fitBgNbd(split), split))
  expect(rows).toHaveLength(8)
  for (const row of rows) expect(Math.abs(Number(row['expected']) - Number(row['seen']))).toBeLessThan(1.2)
})
