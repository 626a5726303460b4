import { openPool } from '@clientele/compute'
import { expect, test } from 'vitest'
import { bootstrapStability, bootstrapStabilityAsync, kmeans } from '../../src/index.js'
import { randomRows } from '../points.js'
import { blobs, repeated } from './labelled.js'

/** Three clusters that lie apart: 20 rows each around 0, 10 and 30 on a line. */
const apart = Array.from({ length: 60 }, (_, row) => [[0, 10, 30][row % 3]! + ((row * 7) % 13) / 13])

test('clusters that lie apart are found again every time', () => {
  const { labels, jaccard, recovered, dissolved } = bootstrapStability(apart, 3, { seed: 1, resamples: 20 })
  expect(labels).toEqual(Int32Array.from(apart, (_, row) => row % 3))
  expect(jaccard).toEqual(Float64Array.of(1, 1, 1))
  expect(recovered).toEqual(Float64Array.of(1, 1, 1))
  expect(dissolved).toEqual(Float64Array.of(0, 0, 0))
})

test('where a cluster was cut in two, some clusters are hardly found again', () => {
  const { jaccard, recovered, dissolved } = bootstrapStability(apart, 4, { seed: 1, resamples: 40 })
  expect(Math.min(...jaccard)).toBeLessThan(0.75)
  expect(Math.min(...recovered)).toBeLessThan(0.6)
  expect(Math.max(...dissolved)).toBeGreaterThan(0.1)
})

test('clusters have the numbers that k-means gives them', () => {
  const { points } = blobs(3, 200, 3, 5)
  const options = { seed: 5, restarts: 4 }
  const { labels } = bootstrapStability(points, 5, { ...options, resamples: 1 })
  expect(labels).toEqual(kmeans(points, 5, options).labels)
})

test('shares are between 0 and 1, and a cluster is not both recovered and dissolved', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { jaccard, recovered, dissolved } = bootstrapStability(randomRows(seed, 40, 2), 5, { seed, resamples: 10 })
    jaccard.forEach((similarity, cluster) => {
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
      expect(recovered[cluster]! + dissolved[cluster]!).toBeLessThanOrEqual(1)
    })
  }
})

test('a row of weight 2 is a row given twice', () => {
  const { points } = blobs(6, 60, 2, 3)
  const weights = points.map((_, row) => 1 + (row % 3))
  const weighted = bootstrapStability(points, 4, { seed: 2, resamples: 10, weights, tolerance: 0 })
  const given = bootstrapStability(repeated(points, weights), 4, { seed: 2, resamples: 10, tolerance: 0 })
  expect(repeated([...weighted.labels], weights)).toEqual([...given.labels])
  expect(weighted.jaccard).toEqual(given.jaccard)
})

test('workers give the same bits, and progress counts resamples', async () => {
  const pool = openPool({ workers: 2 })
  const { points } = blobs(6, 300, 3, 3)
  const options = { seed: 1, resamples: 5, restarts: 2 }
  const seen: unknown[] = []
  const found = await bootstrapStabilityAsync(points, 3, { ...options, pool, onProgress: (at) => seen.push(at) })
  expect(found).toEqual(bootstrapStability(points, 3, options))
  expect(seen.at(-1)).toEqual({ stage: 'stability', done: 5, total: 5 })
  await pool.close()
})

test.each([
  [1, { seed: 1 }, new RangeError('bootstrapStability: k must be at least 2, got 1')],
  [3, { seed: 1 }, new RangeError('bootstrapStability: k must be at most 2, the number of distinct rows, got 3')],
  [2, {}, new TypeError('bootstrapStability: seed must be a string or a finite number, got undefined')],
  [2, { seed: 1, resamples: 0 }, new RangeError('bootstrapStability: resamples must be at least 1, got 0')],
  [2, { seed: 1, weights: [1, 1] }, new RangeError('bootstrapStability: weights.length must be 3, one per row, got 2')],
])('k = %j with options %j is refused', (k, options, error) => {
  expect(() => bootstrapStability([[1], [2], [1]], k, options as { seed: number })).toThrow(error)
})
