import type { Dense } from '@clientele/core'
import { numberByFirstRow } from '../number-by-first-row.js'
import { nearestCentroid } from './nearest-centroid.js'
import type { RowsToCluster } from './rows-to-cluster.js'
import type { Clusters } from './run.js'

/** Points grouped around centroids. */
export interface CentroidClustering {
  /** One row per cluster, columns as in the points. */
  readonly centroids: Dense
  /** Row → its cluster. */
  readonly labels: Int32Array
  /** Sum of weight × squared distance to the centroid of the row's cluster, in the squared unit of the points. */
  readonly inertia: number
  /** Cluster → total weight of its rows (their number without weights); never 0. */
  readonly sizes: Float64Array
}

/** Points grouped around k centroids: each row is in the cluster of its nearest one, the lower of two equally near. */
export interface KmeansClustering extends CentroidClustering {
  /** Rounds of the run that was kept. */
  readonly iterations: number
  /** Whether that run came to rest within `iterations`. */
  readonly converged: boolean
}

/** Numbers clusters by the first of their points. */
export function inOrderOfRows<C extends Clusters>(clusters: C): C {
  const { labels, centroids, sizes } = clusters
  const k = sizes.length
  const columns = centroids.length / k
  const numbers = numberByFirstRow(labels, k)
  const ordered = { centroids: new Float64Array(centroids.length), sizes: new Float64Array(k) }
  for (const [from, to] of numbers.entries()) {
    ordered.centroids.set(centroids.subarray(from * columns, (from + 1) * columns), to * columns)
    ordered.sizes[to] = sizes[from]!
  }
  return { ...clusters, ...ordered, labels: labels.map((label) => numbers[label]!) }
}

/** Clusters in terms of the rows that were given; those that weigh nothing join the nearest centroid. */
export function clusteringOf(
  { columns, input, rowOfInput }: Pick<RowsToCluster, 'columns' | 'input' | 'rowOfInput'>,
  { sizes, inertia, ...clusters }: Clusters,
): CentroidClustering {
  const centroids = { rows: sizes.length, columns, values: clusters.centroids }
  const cells = (row: number) => input.values.subarray(row * columns, (row + 1) * columns)
  const labels =
    rowOfInput?.map((at, row) => (at < 0 ? nearestCentroid(cells(row), centroids) : clusters.labels[at]!)) ??
    clusters.labels
  return { centroids, labels, inertia, sizes }
}
