import { expect, test } from 'vitest'
import { nearestCentroid } from '../../src/kmeans/nearest-centroid.js'

const centroids = { rows: 3, columns: 2, values: Float64Array.of(0, 0, 4, 0, 0, 4) }

test('the nearest centroid, the lower of two equally near', () => {
  expect(nearestCentroid(Float64Array.of(3, 0), centroids)).toBe(1)
  expect(nearestCentroid(Float64Array.of(0, 3), centroids)).toBe(2)
  expect(nearestCentroid(Float64Array.of(2, 2), centroids)).toBe(0)
})
