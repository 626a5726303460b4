import { expect, test } from 'vitest'
import { checkLists, listValues, meanPerList } from '../../src/ranking/list-means.js'

test('means are taken over places, then over lists; an empty list is 0', () => {
  expect(meanPerList('f', [[0, 2], []], 3, (product) => product)).toEqual({ mean: 0.5, values: Float64Array.of(1, 0) })
  expect(listValues([], () => 1)).toEqual({ mean: 0, values: new Float64Array(0) })
})

test('a list is of distinct products of the catalogue', () => {
  expect(() => checkLists('f', [[0], [0, 1, 0]], 2)).toThrow('f: lists[1][2] must not be in the list before, got 0')
  expect(() => checkLists('f', [[2]], 2)).toThrow('f: lists[0][0] must be an index below 2, got 2')
})

test('what is no list of lists is refused', () => {
  expect(() => checkLists('f', 5 as never, 3)).toThrow(new TypeError('f: lists must be an array, got 5'))
  expect(() => checkLists('f', [[0], undefined as never], 3)).toThrow('f: lists[1] must be an array, got undefined')
  expect(() => checkLists('f', [], NaN)).toThrow('f: products must be an integer, got NaN')
})
