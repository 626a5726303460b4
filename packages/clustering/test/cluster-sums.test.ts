import { expect, test } from 'vitest'
import { addBlock, clusterSums, moveCentroids } from '../src/cluster-sums.js'
import { weightedPoints } from '../src/weighted-points.js'

test('centroids move to the weighted means of blocks added in turn, and the moves are measured', () => {
  const points = weightedPoints(
    'test',
    [
      [0, 0],
      [4, 2],
      [9, 9],
      [1, 1],
    ],
    [1, 3, 2, 4],
  )
  const labels = Int32Array.of(0, 0, 1, 1)
  const sums = clusterSums(2, 2)
  addBlock(sums, points, labels, 0, 3)
  addBlock(sums, points, labels, 3, 4)
  const centroids = Float64Array.of(3, 1.5, 4, 4)
  // means: (0 + 12) / 4 and (0 + 6) / 4; (18 + 4) / 6 twice
  expect(moveCentroids(sums, centroids)).toBeCloseTo(2 * (22 / 6 - 4) ** 2, 15)
  expect(centroids).toEqual(Float64Array.of(3, 1.5, 22 / 6, 22 / 6))
})

test('the sums are empty again after a move', () => {
  const points = weightedPoints('test', [[2], [6]], undefined)
  const sums = clusterSums(2, 1)
  const centroids = new Float64Array(2)
  for (const labels of [Int32Array.of(0, 1), Int32Array.of(1, 0)]) {
    addBlock(sums, points, labels, 0, 2)
    moveCentroids(sums, centroids)
  }
  expect(centroids).toEqual(Float64Array.of(6, 2))
})
