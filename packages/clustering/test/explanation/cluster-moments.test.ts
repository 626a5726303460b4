import { expect, test } from 'vitest'
import { clusterMoments } from '../../src/explanation/cluster-moments.js'

test('means, variances and differences of two clusters; noise takes no part', () => {
  const means = clusterMoments(
    'explain',
    [
      [1, 5],
      [3, 5],
      [99, 99],
      [8, 5],
    ],
    [4, 4, -1, 2],
  )
  expect(means).toEqual({
    columns: 2,
    clusters: Int32Array.of(2, 4),
    sizes: Float64Array.of(1, 2),
    rows: 3,
    means: Float64Array.of(4, 5),
    variances: Float64Array.of(26 / 3, 0),
    clusterMeans: Float64Array.of(8, 5, 2, 5),
    differences: Float64Array.of(4, 0, -2, 0),
  })
})

test('a column of equal numbers does not vary, not even by rounding', () => {
  const { means, variances, differences } = clusterMoments('explain', [[0.1], [0.1], [0.1]], [0, 1, 1])
  expect([...means, ...variances, ...differences]).toEqual([0.1, 0, 0, 0])
})

test('large numbers lose no digits', () => {
  const { variances, differences } = clusterMoments('explain', [[1e15 + 1], [1e15 + 3]], [0, 1])
  expect([...variances, ...differences]).toEqual([1, -1, 1])
})

test.each([
  [[[1], [2]], [0], 'explain: labels.length must be 2, one per row, got 1'],
  [[[1], [2]], [0, 0.5], 'explain: labels[1] must be an integer, got 0.5'],
  [[[1], [2]], [0, -2], 'explain: labels[1] must be between -1 and 2147483647, got -2'],
  [[[1], [2]], [-1, -1], 'explain: labels must hold a cluster, not only -1, got an array of 2'],
  [[[1], [NaN]], [0, 0], 'explain: points[1][0] must be finite, got NaN'],
  [[[1], [1e101]], [0, 0], 'explain: points[1][0] must be between -1e+100 and 1e+100, got 1e+101'],
  [[], [], 'explain: points must have at least one row, got an array of 0'],
])('points %j with labels %j are refused', (points, labels, message) => {
  expect(() => clusterMoments('explain', points, labels)).toThrow(new RangeError(message))
})
