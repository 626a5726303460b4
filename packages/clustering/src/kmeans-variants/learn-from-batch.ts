import { nearestCentroid } from '../kmeans/nearest-centroid.js'
import type { RowsToCluster } from '../kmeans/rows-to-cluster.js'

/**
 * Each row of a batch finds its nearest centroid, then each draws it towards itself: by 1 / n as the n-th row that does so, so
 * that a centroid is the mean of all rows it has learned from. O(batch × k × columns).
 * @param batch rows, any of them more than once
 * @param centroids row-major; moved
 * @param counts centroid → how many rows it has learned from; raised
 */
export function learnFromBatch(
  { columns, values }: Pick<RowsToCluster, 'columns' | 'values'>,
  batch: Int32Array,
  centroids: Float64Array,
  counts: Float64Array,
): void {
  const before = { rows: counts.length, columns, values: centroids }
  const nearest = batch.map((row) => nearestCentroid(values.subarray(row * columns, (row + 1) * columns), before))
  batch.forEach((row, i) => {
    const cluster = nearest[i]!
    const rate = 1 / ++counts[cluster]!
    for (let column = 0; column < columns; column++) {
      const at = cluster * columns + column
      centroids[at]! += rate * (values[row * columns + column]! - centroids[at]!)
    }
  })
}
