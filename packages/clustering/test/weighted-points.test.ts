import { expect, test } from 'vitest'
import { checkClusterCount, weightedPoints } from '../src/weighted-points.js'

test('identical rows are merged and rows that weigh nothing set aside', () => {
  const points = weightedPoints(
    'test',
    [
      [9, 9],
      [1, 2],
      [3, 4],
      [1, 2],
      [9, 9],
    ],
    [0, 1, 2, 0.5, 0],
  )
  expect(points).toMatchObject({
    rows: 2,
    columns: 2,
    values: Float64Array.of(1, 2, 3, 4),
    weights: Float64Array.of(1.5, 2),
    rowOfInput: Int32Array.of(-1, 0, 1, 0, -1),
  })
})

test('a number of clusters is compared with the rows that count', () => {
  const points = weightedPoints('test', [[1], [2], [3]], [1, 0, 1])
  expect(() => checkClusterCount('test', 'k', 2, points)).not.toThrow()
  expect(() => checkClusterCount('test', 'k', 3, points)).toThrow(
    new RangeError('test: k must be at most 2, the number of distinct rows, got 3'),
  )
})

test('numbers whose squares could leave the range of numbers are refused', () => {
  expect(() => weightedPoints('test', [[1, 1e101]], undefined)).toThrow(
    new RangeError('test: points[0][1] must be between -1e+100 and 1e+100, got 1e+101'),
  )
  expect(() => weightedPoints('test', [[1], [2]], [1, 1e91])).toThrow(
    new RangeError('test: weights[1] must be 0 or between 1e-90 and 1e+90, got 1e+91'),
  )
})
