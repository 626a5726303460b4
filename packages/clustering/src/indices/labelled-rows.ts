import { checkLength, rangeError, type Dense, type DenseInput } from '@clientele/core'
import { checkBoundedPoints } from '../check-points.js'
import { checkLabels } from '../comparison/contingency.js'
import { checkCounts } from './check-counts.js'

/** What every index of a clustering takes. */
export interface IndexOptions {
  /**
   * How many identical rows each row stands for, integers of at least 1; default 1 each. A row of weight 2 is a row given
   * twice.
   */
  readonly weights?: ArrayLike<number>
}

/** Rows that belong to clusters, checked. */
export interface LabelledRows {
  readonly points: Dense
  /** Row → position of its cluster in `labels`; -1 for a row that belongs to none. */
  readonly clusterOf: Int32Array
  /** The labels in use, ascending: one per cluster. */
  readonly labels: Int32Array
  /** Cluster → total weight of its rows. */
  readonly sizes: Float64Array
  /** Total weight of all rows that belong to a cluster. */
  readonly total: number
  /** Row → how many rows it stands for; left out when each stands for itself. */
  readonly weights?: Float64Array
}

/** Beyond this a table of labels is no longer small. */
const MOST_LABEL = 65_535

/**
 * Checks points, labels and weights in the name of `fn`: at least two clusters, and fewer than rows, so that a cluster has
 * something inside. O(cells).
 */
export function labelledRows(
  fn: string,
  input: DenseInput,
  given: ArrayLike<number>,
  options: IndexOptions | undefined,
): LabelledRows {
  const points = checkBoundedPoints(fn, input)
  checkLabels(fn, 'labels', given, { min: -1, max: MOST_LABEL })
  checkLength(fn, 'labels', given, points.rows, 'row')
  const weights = checkCounts(fn, options?.weights, points.rows)
  const table = sizesByLabel(given, weights)
  const labels = Int32Array.from(table, (_, label) => label).filter((label) => table[label]! > 0)
  const sizes = table.filter((size) => size > 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (labels.length < 2) throw rangeError(fn, 'labels', 'hold at least 2 clusters', labels.length)
  if (labels.length >= total) throw rangeError(fn, 'labels', `hold fewer clusters than ${total} rows`, labels.length)
  labels.forEach((label, cluster) => (table[label] = cluster))
  const clusterOf = new Int32Array(points.rows)
  for (let row = 0; row < points.rows; row++) clusterOf[row] = given[row]! < 0 ? -1 : table[given[row]!]!
  return { points, clusterOf, labels, sizes, total, ...(weights && { weights }) }
}

/** Label → total weight of its rows, up to the largest label. */
function sizesByLabel(labels: ArrayLike<number>, weights: Float64Array | undefined): Float64Array {
  let most = -1
  for (let row = 0; row < labels.length; row++) most = Math.max(most, labels[row]!)
  const sizes = new Float64Array(most + 1)
  for (let row = 0; row < labels.length; row++) {
    if (labels[row]! >= 0) sizes[labels[row]!]! += weights === undefined ? 1 : weights[row]!
  }
  return sizes
}
