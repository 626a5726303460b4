import { expect, test } from 'vitest'
import { kmeans, nearest, nearestAsync } from '../../src/index.js'
import { randomRows, squaredDistance } from '../points.js'

test('every point learns its nearest centroid, the lower of two, and how far it is', () => {
  const centroids = [
    [0, 0],
    [4, 0],
    [0, 4],
  ]
  const points = [
    [3, 0],
    [0, 3],
    [2, 2],
  ]
  expect(nearest(points, centroids)).toEqual({
    labels: Int32Array.of(1, 2, 0),
    squaredDistances: Float64Array.of(1, 1, 8),
  })
})

test('points that were clustered stay in their clusters', () => {
  for (const k of [1, 5, 13]) {
    const points = randomRows(k, 400, 3)
    const { centroids, labels } = kmeans(points, k, { seed: 1 })
    expect(nearest(points, centroids).labels).toEqual(labels)
  }
})

test('on workers the answer is the same, and right', async () => {
  const points = randomRows(3, 30_000, 3)
  const centroids = randomRows(4, 20, 3)
  const inline = nearest(points, centroids)
  expect(await nearestAsync(points, centroids, { workers: 2 })).toEqual(inline)
  for (let row = 0; row < points.length; row += 500) {
    const all = centroids.map((centroid) => squaredDistance(points[row]!, centroid))
    expect(inline.labels[row]).toBe(all.indexOf(Math.min(...all)))
  }
})

test.each([
  [[[1, 2]], [[1]], 'nearest: centroids must have 2 columns, as the points do, got 1'],
  [[[1, NaN]], [[1, 2]], 'nearest: points[0][1] must be finite, got NaN'],
  [[[1, 2]], [[1, 1e101]], 'nearest: centroids[0][1] must be between -1e+100 and 1e+100, got 1e+101'],
  [[], [[1]], 'nearest: points must have at least one row, got an array of 0'],
  [[[1]], [], 'nearest: centroids must have at least one row, got an array of 0'],
])('%j and %j are refused', (points, centroids, message) => {
  expect(() => nearest(points, centroids)).toThrow(new RangeError(message))
})
