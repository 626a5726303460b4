import { expect, test } from 'vitest'
import { rankBiasedPrecision } from '../../src/ranking/rank-biased-precision.js'

test('weighs each place by the chance that the reader gets there', () => {
  expect(rankBiasedPrecision([1, 0, 1], { k: 10, persistence: 0.5 })).toBe(0.625)
  expect(rankBiasedPrecision([0, 1], { k: 10 })).toBeCloseTo(0.2 * 0.8, 15)
})

test('a list full of hits reaches what k places can show', () => {
  expect(rankBiasedPrecision([1, 1, 1], { k: 3 })).toBeCloseTo(1 - 0.8 ** 3, 15)
})

test('places beyond k do not count', () => {
  expect(rankBiasedPrecision([0, 0, 1], { k: 2 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => rankBiasedPrecision([1], { k: 1, persistence: 1 })).toThrow(
    new RangeError('rankBiasedPrecision: persistence must be between 0 and 1, got 1'),
  )
  expect(() => rankBiasedPrecision([2], { k: 1 })).toThrow('rankBiasedPrecision: hits[0] must be 0 or 1, got 2')
})
