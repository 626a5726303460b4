import { describe, expect, test } from 'vitest'
import { kmeansWithDistance, kmeansWithDistanceAsync, type DistanceKMeansOptions } from '../../src/index.js'
import { distanceOf } from '../../src/kmeans-variants/distances.js'
import { randomRows, rowsOf } from '../points.js'

test('customers who buy the same things in different amounts are together by cosine', () => {
  const { labels, sizes, converged } = kmeansWithDistance(
    [
      [9, 1, 0],
      [90, 8, 1],
      [0, 1, 3],
      [1, 9, 40],
    ],
    2,
    { distance: 'cosine', seed: 1 },
  )
  expect(labels).toEqual(Int32Array.of(0, 0, 1, 1))
  expect(sizes).toEqual(Float64Array.of(2, 2))
  expect(converged).toBe(true)
})

test('correlation puts rows together that rise and fall together', () => {
  const points = [
    [1, 2, 3],
    [3, 2, 1],
    [100, 110, 120],
    [7, 6, 5],
  ]
  expect(kmeansWithDistance(points, 2, { distance: 'correlation', seed: 1 }).labels).toEqual(Int32Array.of(0, 1, 0, 1))
})

describe.each(['manhattan', 'chebyshev', 'canberra'] as const)('%s', (name) => {
  const points = randomRows(1, 150, 3)
  const found = kmeansWithDistance(points, 5, { distance: name, seed: 1 })
  const centres = rowsOf(found.centroids)
  const distance = distanceOf('test', name)

  test('every row is with its nearest centroid, every centroid the mean of its rows, and the inertia follows', () => {
    expect(found.converged).toBe(true)
    let inertia = 0
    points.forEach((point, row) => {
      const distances = centres.map((centre) => distance(point, centre))
      expect(found.labels[row]).toBe(distances.indexOf(Math.min(...distances)))
      inertia += Math.min(...distances)
    })
    expect(found.inertia).toBeCloseTo(inertia, 10)
    centres.forEach((centre, cluster) => {
      const members = points.filter((_, row) => found.labels[row] === cluster)
      expect(found.sizes[cluster]).toBe(members.length)
      centre.forEach((value, column) => {
        expect(value).toBeCloseTo(members.reduce((sum, point) => sum + point[column]!, 0) / members.length, 12)
      })
    })
  })

  test('more restarts never do worse', () => {
    const options = { distance: name, seed: 2 }
    const inertias = [1, 2, 4, 8].map((restarts) => kmeansWithDistance(points, 6, { ...options, restarts }).inertia)
    expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
  })
})

test('a function of one’s own decides', () => {
  const firstOnly = (a: readonly number[], b: readonly number[]) => Math.abs(a[0]! - b[0]!)
  const points = [
    [1, 100],
    [2, -100],
    [9, 100],
    [10, -100],
  ]
  expect(kmeansWithDistance(points, 2, { distance: firstOnly, seed: 1 }).labels).toEqual(Int32Array.of(0, 0, 1, 1))
})

test('progress counts restarts', async () => {
  const seen: number[] = []
  const onProgress = ({ done }: { done: number }) => seen.push(done)
  await kmeansWithDistanceAsync(randomRows(3, 200, 2), 4, { distance: 'manhattan', seed: 1, restarts: 3, onProgress })
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3]))
})

test.each([
  [{ restarts: 0 }, 'kmeansWithDistance: restarts must be at least 1, got 0'],
  [{ iterations: 0 }, 'kmeansWithDistance: iterations must be at least 1, got 0'],
  [{ distance: () => NaN }, 'kmeansWithDistance: distance(a, b) must be a finite number of at least 0, got NaN'],
  [{ distance: 'cosine' }, 'kmeansWithDistance: points[2] must hold a number other than 0 for cosine, got 0'],
])('%j is refused', (options, message) => {
  const all = { distance: 'manhattan', seed: 1, ...options } as DistanceKMeansOptions
  expect(() => kmeansWithDistance([[1], [2], [0]], 1, all)).toThrow(new RangeError(message))
})

test('without a distance it does not guess', () => {
  expect(() => kmeansWithDistance([[1], [2]], 1, { seed: 1 } as DistanceKMeansOptions)).toThrow(
    'kmeansWithDistance: distance must be one of "manhattan", "chebyshev", "cosine", "correlation", "canberra", got undefined',
  )
})
