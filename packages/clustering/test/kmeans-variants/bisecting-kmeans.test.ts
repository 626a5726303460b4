import { expect, test } from 'vitest'
import { bisectingKMeans, bisectingKMeansAsync, kmeans } from '../../src/index.js'
import { bestInertia, inertiaOf, randomRows, rowsOf } from '../points.js'

test('the cluster of the largest inertia is split in two, again and again', () => {
  const points = [[1], [2], [8], [9], [30]]
  const labels = [1, 2, 3, 4, 5].map((k) => Array.from(bisectingKMeans(points, k, { seed: 1 }).labels))
  expect(labels).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 1, 1, 2], expect.any(Array), [0, 1, 2, 3, 4]])
})

test('two clusters are those of k-means, and the best of a few points', () => {
  for (let seed = 0; seed < 20; seed++) {
    const points = randomRows(seed, 8, 2)
    const { inertia } = bisectingKMeans(points, 2, { seed, restarts: 20 })
    expect(inertia).toBeCloseTo(bestInertia(points, 2), 12)
  }
})

test('with one more cluster no rows but those of one cluster part', () => {
  const points = randomRows(1, 200, 3)
  for (let k = 2; k < 12; k++) {
    const before = bisectingKMeans(points, k, { seed: 1 }).labels
    const after = bisectingKMeans(points, k + 1, { seed: 1 }).labels
    const pairs = new Set(Array.from(after, (label, row) => `${label} ${before[row]}`))
    expect(pairs.size).toBe(k + 1)
  }
})

test('centroids are means, and the inertia is around them and above that of k-means', () => {
  const points = randomRows(2, 150, 2)
  const { centroids, labels, inertia, sizes } = bisectingKMeans(points, 7, { seed: 2 })
  expect(inertia).toBeCloseTo(inertiaOf(points, labels, 7), 10)
  expect(inertia).toBeGreaterThanOrEqual(kmeans(points, 7, { seed: 2, restarts: 50 }).inertia)
  rowsOf(centroids).forEach((centre, cluster) => {
    const members = points.filter((_, row) => labels[row] === cluster)
    expect(sizes[cluster]).toBe(members.length)
    centre.forEach((value, column) => {
      expect(value).toBeCloseTo(members.reduce((sum, point) => sum + point[column]!, 0) / members.length, 12)
    })
  })
})

test('a row of weight 0 only learns its nearest cluster', () => {
  const points = randomRows(5, 50, 2)
  const without = bisectingKMeans(points, 3, { seed: 5 })
  const withIt = bisectingKMeans([[9, 9], ...points], 3, { seed: 5, weights: [0, ...points.map(() => 1)] })
  expect(withIt.centroids).toEqual(without.centroids)
  expect(withIt.labels.subarray(1)).toEqual(without.labels)
})

test('progress counts splits', async () => {
  const seen: number[] = []
  await bisectingKMeansAsync(randomRows(6, 500, 2), 9, { seed: 1, onProgress: ({ done }) => seen.push(done) })
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]))
})

test.each([
  [{ seed: 1, restarts: 0 }, 'bisectingKMeans: restarts must be at least 1, got 0'],
  [{ seed: 1, iterations: 0 }, 'bisectingKMeans: iterations must be at least 1, got 0'],
  [{ seed: 1, tolerance: -1 }, 'bisectingKMeans: tolerance must be at least 0, got -1'],
])('%j is refused', (options, message) => {
  expect(() => bisectingKMeans([[1], [2]], 1, options)).toThrow(new RangeError(message))
})
