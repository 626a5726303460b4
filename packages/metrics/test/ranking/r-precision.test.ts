import { expect, test } from 'vitest'
import { rPrecision } from '../../src/ranking/r-precision.js'

test('looks at as many places as there are relevant products', () => {
  expect(rPrecision([1, 0, 1], { k: 10, relevant: 2 })).toBe(0.5)
  expect(rPrecision([1, 1, 0], { k: 10, relevant: 2 })).toBe(1)
})

test('looks at no more than k places, and counts missing ones as misses', () => {
  expect(rPrecision([1, 0, 1], { k: 1, relevant: 5 })).toBe(1)
  expect(rPrecision([1], { k: 10, relevant: 4 })).toBe(0.25)
})

test('is 0 when nothing is relevant', () => {
  expect(rPrecision([0], { k: 1, relevant: 0 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => rPrecision([1, 1], { k: 2, relevant: 1 })).toThrow(
    'rPrecision: relevant must be at least the number of hits, 2, got 1',
  )
})
