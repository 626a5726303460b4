import { checkLength, rangeError, type DenseInput } from '@clientele/core'
import { checkCells, checkPoints } from '../check-points.js'
import { checkLabels } from '../comparison/contingency.js'

/** Means and spread of each column, over all rows that lie in a cluster and in each cluster. */
export interface ClusterMoments {
  /** Number of columns. */
  readonly columns: number
  /** The labels that occur, ascending, without noise. */
  readonly clusters: Int32Array
  /** Cluster → its rows. */
  readonly sizes: Float64Array
  /** Rows in clusters. */
  readonly rows: number
  /** Column → mean. */
  readonly means: Float64Array
  /** Column → population variance; exactly 0 for a column of equal numbers. */
  readonly variances: Float64Array
  /** Mean of column c in cluster i at `i * columns + c`. */
  readonly clusterMeans: Float64Array
  /** Mean of column c in cluster i less the mean of the column, at `i * columns + c`. */
  readonly differences: Float64Array
}

/**
 * Checks points and their labels in the name of `fn`, and takes the means of all rows but noise (-1).
 *
 * The first row is taken from every row before anything is added, so that equal numbers vary by exactly 0 and large ones
 * lose no digits. Two passes: O(cells) time.
 */
export function clusterMoments(fn: string, input: DenseInput, labels: ArrayLike<number>): ClusterMoments {
  const points = checkPoints(fn, input)
  checkCells(fn, 'points', points)
  checkLabels(fn, 'labels', labels, { min: -1, max: 2 ** 31 - 1 })
  checkLength(fn, 'labels', labels, points.rows, 'row')
  const { columns, values } = points
  const clusters = Int32Array.from(new Set(Array.from(labels).filter((label) => label >= 0))).sort()
  if (clusters.length === 0) throw rangeError(fn, 'labels', 'hold a cluster, not only -1', labels)
  const position = new Map(Array.from(clusters, (label, i) => [label, i]))
  const clusterOfRow = Int32Array.from(labels, (label) => position.get(label) ?? -1)
  const { sizes, sums } = sumsFromFirst(values, columns, clusterOfRow, clusters.length)
  const rows = sizes.reduce((sum, size) => sum + size, 0)
  const fromFirst = new Float64Array(columns)
  for (let i = 0; i < sums.length; i++) fromFirst[i % columns]! += sums[i]! / rows
  const inClusters = sums.map((sum, i) => sum / sizes[Math.floor(i / columns)]!)
  return {
    columns,
    clusters,
    sizes,
    rows,
    means: fromFirst.map((mean, column) => values[column]! + mean),
    variances: squaresAround(fromFirst, values, clusterOfRow).map((squares) => squares / rows),
    clusterMeans: inClusters.map((mean, i) => values[i % columns]! + mean),
    differences: inClusters.map((mean, i) => mean - fromFirst[i % columns]!),
  }
}

/** Per cluster, rows and column sums of what lies between each row and the first. */
function sumsFromFirst(values: Float64Array, columns: number, clusterOfRow: Int32Array, clusters: number) {
  const sizes = new Float64Array(clusters)
  const sums = new Float64Array(clusters * columns)
  clusterOfRow.forEach((cluster, row) => {
    if (cluster < 0) return
    sizes[cluster]!++
    for (let column = 0; column < columns; column++) {
      sums[cluster * columns + column]! += values[row * columns + column]! - values[column]!
    }
  })
  return { sizes, sums }
}

/** Column → sum of squares around the mean, which is given as what lies between it and the first row. */
function squaresAround(fromFirst: Float64Array, values: Float64Array, clusterOfRow: Int32Array): Float64Array {
  const columns = fromFirst.length
  const squares = new Float64Array(columns)
  clusterOfRow.forEach((cluster, row) => {
    if (cluster < 0) return
    for (let column = 0; column < columns; column++) {
      squares[column]! += (values[row * columns + column]! - values[column]! - fromFirst[column]!) ** 2
    }
  })
  return squares
}
