import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradedNdcg } from '../../src/ranking/graded-ndcg.js'
import { ndcg } from '../../src/ranking/ndcg.js'

test('divides the discounted grades by those of the best order', () => {
  const second = 1 / Math.log2(3)
  expect(gradedNdcg([1, 3], { k: 10, ideal: [3, 1] })).toBeCloseTo((1 + 3 * second) / (3 + second), 15)
  expect(gradedNdcg([1, 3], { k: 10, ideal: [1, 3], gain: 'exponential' })).toBeCloseTo(
    (1 + 7 * second) / (7 + second),
    15,
  )
})

test('with grades of 0 and 1 it is the binary one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (hits, k) => {
      const relevant = hits.reduce<number>((sum, hit) => sum + hit, 2)
      const ideal = new Float64Array(relevant).fill(1)
      for (const gain of ['linear', 'exponential'] as const) {
        expect(gradedNdcg(hits, { k, ideal, gain })).toBeCloseTo(ndcg(hits, { k, relevant }), 12)
      }
    }),
  )
})

test('the best order is exactly 1, and nothing relevant is 0', () => {
  expect(gradedNdcg([3, 2, 1, 0], { k: 4, ideal: [1, 2, 3] })).toBe(1)
  expect(gradedNdcg([0, 0], { k: 2, ideal: [] })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => gradedNdcg([-1], { k: 1, ideal: [1] })).toThrow(
    new RangeError('gradedNdcg: gains[0] must be at least 0, got -1'),
  )
  expect(() => gradedNdcg([3], { k: 1, ideal: [1] })).toThrow('gradedNdcg: ideal must allow a gain of 3, got 1')
  expect(() => gradedNdcg([1], { k: 0, ideal: [1] })).toThrow('gradedNdcg: k must be at least 1, got 0')
})

test.skipIf(!hasShared)('gives what scikit-learn gives for lists in the order of their scores', () => {
  for (const { gains, ndcgTiesAsGiven } of reference('ranking-metrics').ndcgWithTies) {
    expect(gradedNdcg(gains, { k: gains.length, ideal: gains })).toBeCloseTo(ndcgTiesAsGiven, 9)
  }
})
