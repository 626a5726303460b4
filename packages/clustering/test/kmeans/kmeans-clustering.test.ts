import { expect, test } from 'vitest'
import { clusteringOf, inOrderOfRows } from '../../src/kmeans/kmeans-clustering.js'

const clusters = {
  centroids: Float64Array.of(1, 2, 3, 4, 5, 6),
  labels: Int32Array.of(2, 0, 2, 1),
  sizes: Float64Array.of(1, 7, 2),
  inertia: 3,
}

test('clusters are numbered by their first point, and all that belongs to them moves along', () => {
  expect(inOrderOfRows({ ...clusters, converged: true })).toEqual({
    centroids: Float64Array.of(5, 6, 1, 2, 3, 4),
    labels: Int32Array.of(0, 1, 0, 2),
    sizes: Float64Array.of(2, 1, 7),
    inertia: 3,
    converged: true,
  })
})

test('rows have the labels of the points they were merged into, and those that weigh nothing of the nearest centroid', () => {
  const input = { rows: 6, columns: 2, values: Float64Array.of(0, 0, 0, 0, 9, 9, 1, 1, 2, 2, 3, 5) }
  const rowOfInput = Int32Array.of(0, 0, 1, 2, 3, -1)
  const { labels, centroids } = clusteringOf({ columns: 2, input, rowOfInput }, clusters)
  expect(labels).toEqual(Int32Array.of(2, 2, 0, 2, 1, 1))
  expect(centroids).toEqual({ rows: 3, columns: 2, values: clusters.centroids })
})

test('points that are the rows given keep their labels', () => {
  const input = { rows: 4, columns: 2, values: new Float64Array(8) }
  expect(clusteringOf({ columns: 2, input }, clusters).labels).toBe(clusters.labels)
})
