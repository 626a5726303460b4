import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans } from '../../src/index.js'
import { randomRows, rowsOf, squaredDistance } from '../points.js'
import { runFrom } from './in-memory.js'

test('centroids settle in the weighted means of their points', () => {
  const run = runFrom([[0], [2], [10], [14]], [0, 2], { iterations: 100, leastMove: 0 }, [1, 3, 1, 1])
  // 0 | 2 10 14 → 0, 6 → 0 2 | 10 14 → 1.5, 12 → no change; 1 · 2.25 + 3 · 0.25 + 4 + 4
  expect(run).toEqual({
    centroids: Float64Array.of(1.5, 12),
    labels: Int32Array.of(0, 0, 1, 1),
    sizes: Float64Array.of(4, 2),
    inertia: 11,
    iterations: 3,
    converged: true,
  })
})

test('after a stop by tolerance or by rounds, labels belong to the centroids that are returned', () => {
  const rows = randomRows(1, 300, 2)
  for (const stop of [
    { iterations: 2, leastMove: 0 },
    { iterations: 100, leastMove: 0.004 },
  ]) {
    const { centroids, labels } = runFrom(rows, rows.slice(0, 5).flat(), stop)
    rows.forEach((row, i) => {
      const all = Array.from({ length: 5 }, (_, c) => squaredDistance(row, [centroids[2 * c]!, centroids[2 * c + 1]!]))
      expect(labels[i]).toBe(all.indexOf(Math.min(...all)))
    })
  }
})

/** Lloyd's algorithm as its definition says, every distance and every mean anew in each round. */
function plainLloyd(points: readonly number[][], start: readonly number[][], rounds: number): number[] {
  let centers = start.map((row) => [...row])
  let labels: number[] = []
  for (let round = 0; round <= rounds; round++) {
    labels = points.map((point) => {
      const distances = centers.map((center) => squaredDistance(point, center))
      return distances.indexOf(Math.min(...distances))
    })
    if (round === rounds) break
    centers = centers.map((_, cluster) => {
      const members = points.filter((_, row) => labels[row] === cluster)
      return start[0]!.map((_, column) => members.reduce((sum, row) => sum + row[column]!, 0) / members.length)
    })
  }
  return labels
}

test('skipping rows that surely stay changes no label, in any round, over blocks of sums too', () => {
  const stream = random('blobs')
  const points = Array.from({ length: 20_000 }, (_, row) => [
    stream.normal() + (row % 5),
    stream.normal(),
    stream.next(),
  ])
  const initial = points.slice(0, 6)
  for (const iterations of [1, 2, 5, 17]) {
    const { labels } = kmeans(points, 6, { initial, iterations, tolerance: 0 })
    expect(Array.from(labels)).toEqual(plainLloyd(points, initial, iterations))
  }
})

test('a cluster of small numbers that a giant has left has the mean of the small ones', () => {
  // 9,000 rows are two blocks of sums. The giant begins in cluster 0, whose sum of 1e20 forgets all digits of the others.
  const points = Array.from({ length: 9000 }, (_, row) => [row % 7])
  points[1] = [1e20]
  const { centroids, converged } = kmeans(points.concat([[1e20 + 1e5]]), 2, { initial: [[3], [3e20]], tolerance: 0 })
  const small = points.filter(([value]) => value! < 7)
  expect(converged).toBe(true)
  expect(rowsOf(centroids)[0]![0]).toBeCloseTo(small.reduce((sum, [value]) => sum + value!, 0) / small.length, 10)
})
