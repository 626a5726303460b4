import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans, miniBatchKMeans, miniBatchKMeansAsync, type MiniBatchKMeansOptions } from '../../src/index.js'
import { randomRows, rowsOf, squaredDistance } from '../points.js'

/** Rows around eight corners. */
function corners(rows: number): { rows: number; columns: number; values: Float64Array } {
  const stream = random(1)
  const values = Float64Array.from({ length: 3 * rows }, (_, i) => {
    return ((Math.floor(i / 3) >> (i % 3)) & 1) * 4 + stream.normal()
  })
  return { rows, columns: 3, values }
}

test('comes within a few per cent of the inertia of k-means', () => {
  const points = corners(20_000)
  const { inertia } = miniBatchKMeans(points, 8, { seed: 1 })
  const best = kmeans(points, 8, { seed: 1 }).inertia
  expect(inertia).toBeGreaterThanOrEqual(best * (1 - 1e-9))
  expect(inertia).toBeLessThan(1.01 * best)
})

test('batches teach something', () => {
  const points = corners(20_000)
  const options = { seed: 2, restarts: 1, batchSize: 32 }
  const inertias = [1, 100, 1000].map((iterations) => miniBatchKMeans(points, 8, { ...options, iterations }).inertia)
  expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
  expect(inertias[2]).toBeLessThan(0.95 * inertias[0]!)
})

test('every label is the nearest centroid, and inertia and sizes follow', () => {
  const points = randomRows(3, 300, 2)
  const { centroids, labels, inertia, sizes } = miniBatchKMeans(points, 6, { seed: 3, batchSize: 20, iterations: 50 })
  const centres = rowsOf(centroids)
  let expected = 0
  points.forEach((point, row) => {
    const distances = centres.map((centre) => squaredDistance(point, centre))
    expect(labels[row]).toBe(distances.indexOf(Math.min(...distances)))
    expected += Math.min(...distances)
  })
  expect(inertia).toBeCloseTo(expected, 10)
  expect(Array.from(sizes)).toEqual(centres.map((_, cluster) => labels.filter((label) => label === cluster).length))
})

test('more restarts never do worse', () => {
  const points = randomRows(4, 500, 2)
  const options = { seed: 4, batchSize: 16, iterations: 20 }
  const inertias = [1, 2, 4, 8].map((restarts) => miniBatchKMeans(points, 9, { ...options, restarts }).inertia)
  expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
})

test('a large Dense without repeats gives finite clusters, and a bad cell of it is named', () => {
  const points = corners(20_000)
  expect(Math.min(...miniBatchKMeans(points, 30, { seed: 1, restarts: 1 }).sizes)).toBeGreaterThan(0)
  points.values[3 * 777 + 1] = NaN
  expect(() => miniBatchKMeans(points, 8, { seed: 1 })).toThrow(
    new RangeError('miniBatchKMeans: points[777][1] must be finite, got NaN'),
  )
})

test('a row of weight 0 only learns its nearest cluster', () => {
  const points = randomRows(5, 50, 2)
  const without = miniBatchKMeans(points, 3, { seed: 5 })
  const withIt = miniBatchKMeans([...points, [9, 9]], 3, { seed: 5, weights: [...points.map(() => 1), 0] })
  expect(withIt.centroids).toEqual(without.centroids)
  expect(withIt.labels.subarray(0, 50)).toEqual(without.labels)
})

test('progress counts batches over all runs', async () => {
  const seen: number[] = []
  const options = { seed: 1, restarts: 2, iterations: 200 }
  await miniBatchKMeansAsync(corners(5000), 8, { ...options, onProgress: ({ done, total }) => seen.push(done / total) })
  expect(seen.at(-1)).toBe(1)
  expect(seen).toContain(0.5)
})

test.each([
  [{ seed: 1, batchSize: 0 }, 'miniBatchKMeans: batchSize must be at least 1, got 0'],
  [{ seed: 1, iterations: 0 }, 'miniBatchKMeans: iterations must be at least 1, got 0'],
  [{ seed: 1, restarts: 0.5 }, 'miniBatchKMeans: restarts must be an integer, got 0.5'],
])('%j is refused', (options, message) => {
  expect(() => miniBatchKMeans([[1], [2]], 1, options)).toThrow(new RangeError(message))
})

test('a seed is required', () => {
  expect(() => miniBatchKMeans([[1], [2]], 1, {} as MiniBatchKMeansOptions)).toThrow(
    new TypeError('miniBatchKMeans: seed must be a string or a finite number, got undefined'),
  )
})
