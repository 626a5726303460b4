import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { distanceRun } from '../../src/kmeans-variants/distance-run.js'
import { distanceOf } from '../../src/kmeans-variants/distances.js'

const progress = { stage: 'k-means', done: 0, total: 1 }
const manhattan = distanceOf('test', 'manhattan')

function found(rows: number[][], start: number[][], iterations = 100) {
  const { labels, ...rest } = run(distanceRun(rows, start, manhattan, iterations, progress))
  return { labels: Array.from(labels), ...rest }
}

test('rows join the nearest centroid and centroids move to their means, until no label changes', () => {
  // From 0 and 1: {0}, {1, 2, 9}, means 0 and 4; {0, 1, 2}, {9}; then {0, 1, 2}, {9} again.
  expect(found([[0], [1], [2], [9]], [[0], [1]])).toEqual({
    labels: [0, 0, 0, 1],
    centroids: [[1], [9]],
    inertia: 2,
    iterations: 3,
    converged: true,
  })
})

test('moves that are small against the numbers still count', () => {
  // All within a millionth: the tolerance that ml-kmeans has by itself would end it after a round.
  const unit = 1e-9
  const rows = [0, 1, 2, 9].map((value) => [value * unit])
  expect(found(rows, [[0], [unit]]).labels).toEqual([0, 0, 0, 1])
})

test('a run that may not go on says so', () => {
  expect(found([[0], [1], [2], [9]], [[0], [1]], 1)).toMatchObject({
    labels: [0, 1, 1, 1],
    centroids: [[0], [4]],
    iterations: 1,
    converged: false,
  })
})

test('a cluster that loses its rows takes the farthest one', () => {
  const { labels, centroids, converged } = found([[0], [1], [2], [8]], [[0], [100], [200]])
  expect(new Set(labels)).toEqual(new Set([0, 1, 2]))
  expect(converged).toBe(true)
  expect(centroids).toContainEqual([8])
  expect(found([[0], [1], [2], [8]], [[0], [100], [200]], 1).labels.toSorted()).toEqual([0, 0, 1, 2])
})

test('the centroids it starts from stay as they were', () => {
  const start = [[0], [100]]
  found([[0], [1], [2], [9]], start)
  expect(start).toEqual([[0], [100]])
})
