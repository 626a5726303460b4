import { expect, test } from 'vitest'
import { checkAscending } from '../../src/indices/check-ascending.js'

test('ascending numbers pass', () => {
  expect(checkAscending('f', [2, 3, 7], 2, 8)).toEqual(Int32Array.of(2, 3, 7))
})

test.each([
  [[2], 'ks must hold at least two numbers of clusters, got an array of 1'],
  [undefined, 'ks must hold at least two numbers of clusters, got undefined'],
  [[2, 2], 'ks[1] must be above ks[0] = 2, got 2'],
  [[1, 2], 'ks[0] must be at least 2, got 1'],
  [[2, 3.5], 'ks[1] must be an integer, got 3.5'],
  [[2, 8], 'ks[1] must be below 8, the number of distinct rows, got 8'],
])('%j are refused', (ks, message) => {
  expect(() => checkAscending('f', ks as number[], 2, 8)).toThrow(new RangeError(`f: ${message}`))
})
