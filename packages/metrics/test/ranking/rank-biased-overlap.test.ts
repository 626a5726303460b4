import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageOverlap, rankBiasedOverlap } from '../../src/index.js'

test('is what the formula gives by hand', () => {
  // Agreement 1, 1/2, 1: half of 1 × 1 + 0.5 × 0.5 + 0.25 × 1, and what is left at agreement 1.
  const options = { persistence: 0.5, form: 'truncated' } as const
  expect(rankBiasedOverlap(['a', 'b', 'c'], ['a', 'c', 'b'], options)).toBe(0.75)
  expect(rankBiasedOverlap(['a', 'b', 'c'], ['a', 'c', 'b'], { persistence: 0.5 })).toBe(0.875)
  expect(averageOverlap(['a', 'b'], ['b', 'a'])).toBe(0.5)
})

test('empty lists are alike, and unlike any other', () => {
  expect([rankBiasedOverlap([], []), averageOverlap([], [])]).toEqual([1, 1])
  expect([rankBiasedOverlap(['a'], []), averageOverlap([], ['a'])]).toEqual([0, 0])
})

test('is symmetric, 1 for a list and itself, and between 0 and 1', () => {
  const list = fc.uniqueArray(fc.nat(12), { maxLength: 10 })
  fc.assert(
    fc.property(list, list, (a, b) => {
      const overlap = rankBiasedOverlap(a, b)
      expect(rankBiasedOverlap(b, a)).toBeCloseTo(overlap, 12)
      expect(rankBiasedOverlap(a, a)).toBeCloseTo(1, 12)
      expect(overlap).toBeGreaterThanOrEqual(0)
      expect(overlap).toBeLessThanOrEqual(1)
    }),
  )
})

test.skipIf(!hasShared)('gives what the rbo package gives', () => {
  for (const each of reference('ranking-metrics').rankBiasedOverlap) {
    for (const [p, value] of Object.entries(each.rboExtrapolated)) {
      expect(rankBiasedOverlap(each.a, each.b, { persistence: Number(p) })).toBeCloseTo(value as number, 9)
    }
    for (const [p, value] of Object.entries(each.rboTruncatedAtShorter)) {
      const options = { persistence: Number(p), form: 'truncated' } as const
      expect(rankBiasedOverlap(each.a, each.b, options)).toBeCloseTo(value as number, 9)
    }
    expect(averageOverlap(each.a, each.b)).toBeCloseTo(each.averageOverlapAtShorter, 9)
  }
})

test('names what is wrong', () => {
  expect(() => rankBiasedOverlap(['a', 'a'], [])).toThrow('rankBiasedOverlap: a[1] must not be in the list before')
  expect(() => averageOverlap([], ['a', 'a'])).toThrow('averageOverlap: b[1] must not be in the list before')
  expect(() => rankBiasedOverlap([], [], { persistence: 0 })).toThrow('persistence must be between 0 and 1, got 0')
})

test('what is no list is refused', () => {
  expect(() => rankBiasedOverlap(undefined as never, ['a'])).toThrow(
    new TypeError('rankBiasedOverlap: a must be an array, got undefined'),
  )
  expect(() => averageOverlap(['a'], 7 as never)).toThrow('averageOverlap: b must be an array, got 7')
})
