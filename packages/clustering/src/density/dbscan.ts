import {
  checkInteger,
  checkNumber,
  run,
  runAsync,
  type AsyncOptions,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { numberByFirstRow } from '../number-by-first-row.js'
import { Pace } from '../pace.js'
import { weightedPoints } from '../weighted-points.js'
import { denseClusters, type DenseClusters } from './dense-clusters.js'
import { neighborsWithin, pointTree, roomForNeighbors, type PointTree } from './point-tree.js'

/** What {@link dbscan} calls dense. */
export interface DbscanOptions {
  /**
   * A row is a core of a cluster when at least so many rows lie within `eps` of it, itself included; default 5. With
   * `weights`, their total weight.
   */
  readonly minPoints?: number
  /** One number of at least 0 per row, how much it counts; default 1 each. A row of weight 2 is a row given twice. */
  readonly weights?: ArrayLike<number>
}

/** Rows grouped where they lie densely. */
export interface DensityClustering {
  /** Row → its cluster, -1 for noise. */
  readonly labels: Int32Array
  /** Cluster → total weight of its rows (their number without weights). One element per cluster found, maybe none. */
  readonly sizes: Float64Array
  /** Total weight of the rows that are noise. */
  readonly noise: number
  /** Row → 1 when it is a core of its cluster, 0 when it lies at the border of one, or in none. */
  readonly core: Uint8Array
}

/**
 * Groups rows that lie densely, in clusters of any shape and number, and leaves the others as noise (DBSCAN, Euclidean).
 *
 * Cores (see `minPoints`) within `eps` of one another are in one cluster. Any other row within `eps` of a core joins the
 * cluster of the nearest one, so that the order of the rows does not matter; DBSCAN as published, and scikit-learn, give
 * such a row to the cluster found first. Clusters are numbered by their first row.
 *
 * Identical rows are merged first, and neighbours are found in a k-d tree: O(rows × log rows + pairs within eps) time in a
 * few columns, O(rows²) when `eps` spans the data or columns are many; 100 bytes and a copy of the points a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param eps how far neighbours may lie apart, in the unit of the points, at least 0
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, an `eps` below 0,
 * a `minPoints` that is not an integer of at least 1, a weight below 0 or none above it
 * @see Ester, Kriegel, Sander and Xu (1996), "A Density-Based Algorithm for Discovering Clusters", KDD
 * @example
 * dbscan([[1], [2], [3], [8], [9], [40]], 1, { minPoints: 2 }).labels // [0, 0, 0, 1, 1, -1]
 */
export function dbscan(points: DenseInput, eps: number, options?: DbscanOptions): DensityClustering {
  return run(dbscanSteps(points, eps, options))
}

/**
 * {@link dbscan} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts distinct rows. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await dbscanAsync(points, 0.5, { minPoints: 10, signal: AbortSignal.timeout(5000) })
 */
export function dbscanAsync(
  points: DenseInput,
  eps: number,
  options: DbscanOptions & AsyncOptions = {},
): Promise<DensityClustering> {
  return runAsync(dbscanSteps(points, eps, options), options)
}

function* dbscanSteps(input: DenseInput, eps: number, options: DbscanOptions = {}): Steps<DensityClustering> {
  const { minPoints = 5 } = options
  checkNumber('dbscan', 'eps', eps, { min: 0 })
  checkInteger('dbscan', 'minPoints', minPoints, { min: 1 })
  const points = weightedPoints('dbscan', input, options.weights)
  const pace = new Pace()
  const tree = yield* pointTree(points.values, points.columns, pace, { stage: 'density', done: 0, total: points.rows })
  const positions = new Int32Array(points.rows)
  tree.rowOf.forEach((row, at) => (positions[row] = at))
  const weights = Float64Array.from(tree.rowOf, (row) => points.weights[row]!)
  const found = yield* denseClusters(tree, weights, positions, { eps, minPoints }, pace)

  const { rows, columns, values } = points.input
  const labels = new Int32Array(rows)
  const core = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const at = points.rowOfInput[row]!
    // A row that weighs nothing takes no part and only learns where it would belong.
    if (at < 0) labels[row] = borderLabel(tree, found, values.subarray(row * columns, (row + 1) * columns), eps)
    else {
      labels[row] = found.labels[positions[at]!]!
      core[row] = found.core[positions[at]!]!
    }
  }
  return { ...counted(labels, found, weights), core }
}

/** The cluster of the nearest core within `eps`, -1 without one. */
function borderLabel(tree: PointTree, { labels, core }: DenseClusters, point: Float64Array, eps: number): number {
  const around = roomForNeighbors(tree)
  neighborsWithin(tree, point, eps * eps, around)
  let label = -1
  let least = Infinity
  for (let i = 0; i < around.count; i++) {
    const at = around.at[i]!
    if (core[at] === 0 || around.distances[i]! > least) continue
    if (around.distances[i]! < least || labels[at]! < label) label = labels[at]!
    least = around.distances[i]!
  }
  return label
}

/** Labels numbered by first row, and what each cluster and the noise weigh. */
function counted(labels: Int32Array, found: DenseClusters, weights: Float64Array): Omit<DensityClustering, 'core'> {
  const numbers = numberByFirstRow(labels, found.clusters)
  const sizes = new Float64Array(found.clusters)
  let noise = 0
  found.labels.forEach((label, at) => {
    if (label < 0) noise += weights[at]!
    else sizes[numbers[label]!]! += weights[at]!
  })
  return { labels: labels.map((label) => (label < 0 ? -1 : numbers[label]!)), sizes, noise }
}
