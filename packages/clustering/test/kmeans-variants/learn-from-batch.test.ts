import { expect, test } from 'vitest'
import { learnFromBatch } from '../../src/kmeans-variants/learn-from-batch.js'

test('a centroid is the mean of all rows it has learned from', () => {
  const values = Float64Array.of(0, 2, 4, 20, 40)
  const centroids = Float64Array.of(1, 30)
  const counts = Float64Array.of(1, 2)
  learnFromBatch({ columns: 1, values }, Int32Array.of(0, 4, 2, 2), centroids, counts)
  expect(Array.from(centroids, (value) => Math.round(1e12 * value) / 1e12)).toEqual([
    Math.round((1e12 * (1 + 0 + 4 + 4)) / 4) / 1e12,
    Math.round((1e12 * (30 + 30 + 40)) / 3) / 1e12,
  ])
  expect(counts).toEqual(Float64Array.of(4, 3))
})

test('rows look for the nearest centroid before any has moved', () => {
  // 5 is nearer to 0 than to 11. Had 0 drawn the centroid back to -100 first, it would be nearer to 11.
  const centroids = Float64Array.of(0, 11)
  learnFromBatch(
    { columns: 1, values: Float64Array.of(-100, 5) },
    Int32Array.of(0, 1),
    centroids,
    Float64Array.of(0, 0),
  )
  expect(centroids).toEqual(Float64Array.of(-47.5, 11))
})
