import type { DenseInput } from '@clientele/core'
import { clusterMoments } from './cluster-moments.js'

/** How much of what varies is told by the cluster. */
export interface FeatureImportance {
  /** Column → share of its variance that lies between the clusters, in [0, 1]; 0 for a column that does not vary. */
  readonly shares: Float64Array
  /** The same of all columns together: 1 - inertia / inertia of one cluster. 0 when nothing varies. */
  readonly share: number
}

/**
 * The share of each feature's variance that a clustering explains: variance between the clusters over total variance (η²).
 *
 * 1 when a feature is the same for all rows of a cluster, 0 when its mean is the same in all clusters. Features that take no
 * part in a clustering have a share too, which makes it a test of what else the clusters tell apart. Rows of label -1 (noise) are
 * left out.
 *
 * O(cells) time.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param labels row → its cluster, an integer of at least 0; -1 for none
 * @throws RangeError for bad points or labels (named) and when no row lies in a cluster
 * @see Fisher (1925), "Statistical Methods for Research Workers", section 45 (the correlation ratio)
 * @example featureImportance([[1, 5], [1, 7], [3, 5], [3, 7]], [0, 0, 1, 1]).shares // [1, 0]
 */
export function featureImportance(points: DenseInput, labels: ArrayLike<number>): FeatureImportance {
  const { columns, rows, sizes, variances, differences } = clusterMoments('featureImportance', points, labels)
  const between = new Float64Array(columns)
  differences.forEach((difference, i) => {
    between[i % columns]! += (sizes[Math.floor(i / columns)]! / rows) * difference ** 2
  })
  return {
    shares: between.map((part, column) => shareOf(part, variances[column]!)),
    share: shareOf(sumOf(between), sumOf(variances)),
  }
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
