import { expect, test } from 'vitest'
import { checkCounts } from '../../src/indices/check-counts.js'

test('no weights are none, others are copied', () => {
  const weights = [1, 2, 3]
  expect(checkCounts('f', undefined, 3)).toBeUndefined()
  expect(checkCounts('f', weights, 3)).toEqual(Float64Array.of(1, 2, 3))
})

test.each([
  [[1, 1, 1], 'weights.length must be 4, one per row, got 3'],
  [[1, 0, 1, 1], 'weights[1] must be at least 1, got 0'],
  [[1, 1, 1, 1.5], 'weights[3] must be an integer, got 1.5'],
])('weights %j are refused', (weights, message) => {
  expect(() => checkCounts('f', weights, 4)).toThrow(new RangeError(`f: ${message}`))
})
