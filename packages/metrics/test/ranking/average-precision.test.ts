import { expect, test } from 'vitest'
import { averagePrecision } from '../../src/ranking/average-precision.js'

test('adds up the precision at each hit and divides by what is relevant', () => {
  expect(averagePrecision([1, 0, 1], { k: 3, relevant: 2 })).toBeCloseTo((1 + 2 / 3) / 2, 15)
  expect(averagePrecision([0, 1, 0, 1], { k: 4, relevant: 5 })).toBeCloseTo((1 / 2 + 2 / 4) / 5, 15)
})

test('does not see hits below the cut-off, but what is relevant counts whole', () => {
  expect(averagePrecision([1, 0, 1], { k: 2, relevant: 2 })).toBe(0.5)
})

test('prefers hits near the top', () => {
  const early = averagePrecision([1, 0, 0], { k: 3, relevant: 1 })
  expect(early).toBeGreaterThan(averagePrecision([0, 0, 1], { k: 3, relevant: 1 }))
})

test('is 0 when nothing is relevant', () => {
  expect(averagePrecision([0, 0], { k: 2, relevant: 0 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => averagePrecision([1, 1], { k: 2, relevant: 1 })).toThrow(
    'averagePrecision: relevant must be at least the number of hits, 2, got 1',
  )
})
