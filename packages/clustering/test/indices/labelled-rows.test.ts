import { expect, test } from 'vitest'
import { labelledRows } from '../../src/indices/labelled-rows.js'

const points = [[1], [2], [3], [4]]

test('labels become positions among those in use, and rows without a cluster stay apart', () => {
  const { clusterOf, labels, sizes, total } = labelledRows('f', points, [7, -1, 7, 2], undefined)
  expect(labels).toEqual(Int32Array.of(2, 7))
  expect(clusterOf).toEqual(Int32Array.of(1, -1, 1, 0))
  expect(sizes).toEqual(Float64Array.of(1, 2))
  expect(total).toBe(3)
})

test('sizes add up weights', () => {
  const { sizes, total } = labelledRows('f', points, [0, 1, 1, 0], { weights: [1, 2, 3, 4] })
  expect(sizes).toEqual(Float64Array.of(5, 5))
  expect(total).toBe(10)
})

test('one row that stands for several may be a cluster that has something inside', () => {
  expect(labelledRows('f', [[1], [2]], [0, 1], { weights: [2, 1] }).total).toBe(3)
})

test.each([
  [[0, 0, 0, 0], 'labels must hold at least 2 clusters, got 1'],
  [[-1, -1, -1, -1], 'labels must hold at least 2 clusters, got 0'],
  [[-1, -1, 1, 1], 'labels must hold at least 2 clusters, got 1'],
  [[0, 1, 2, 3], 'labels must hold fewer clusters than 4 rows, got 4'],
  [[0, 1, 1], 'labels.length must be 4, one per row, got 3'],
  [[0, 1, 1, 1.5], 'labels[3] must be an integer, got 1.5'],
  [[0, -2, 1, 1], 'labels[1] must be between -1 and 65535, got -2'],
  [[0, 65536, 1, 1], 'labels[1] must be between -1 and 65535, got 65536'],
])('labels %j are refused', (labels, message) => {
  expect(() => labelledRows('f', points, labels, undefined)).toThrow(new RangeError(`f: ${message}`))
})

test.each([
  [[1, 1, 1], 'weights.length must be 4, one per row, got 3'],
  [[1, 0, 1, 1], 'weights[1] must be at least 1, got 0'],
  [[1, 1, 1, 1.5], 'weights[3] must be an integer, got 1.5'],
])('weights %j are refused', (weights, message) => {
  expect(() => labelledRows('f', points, [0, 0, 1, 1], { weights })).toThrow(new RangeError(`f: ${message}`))
})

test.each([
  [[[1], [NaN]], 'points[1][0] must be finite, got NaN'],
  [[[1], [2, 3]], 'points[1].length must be 1, as in the first row, got 2'],
  [[], 'points must have at least one row, got an array of 0'],
  [[[], []], 'points must have at least one column, got an array of 2'],
  [[[1], [1e200]], 'points[1][0] must be between -1e+100 and 1e+100, got 1e+200'],
])('points %j are refused', (bad, message) => {
  expect(() => labelledRows('f', bad, [0, 1], undefined)).toThrow(new RangeError(`f: ${message}`))
})
