import {
  dense,
  groupSums,
  rangeError,
  run,
  runAsync,
  type AsyncOptions,
  type Dense,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { assignRows } from './assign-rows.js'
import { bestRestart, withInertia, type Run } from './best-restart.js'
import {
  checkNothingDrawn,
  resolveLimits,
  resolveSeeds,
  type GivenStart,
  type KmeansOptions,
  type KmeansSettings,
  type SeededStart,
} from './kmeans-options.js'
import { lloyd } from './lloyd.js'
import { Pace } from './pace.js'
import { checkCells, checkClusterCount, weightedPoints, type WeightedPoints } from './weighted-points.js'

/** Points grouped around k centroids. */
export interface KmeansClustering {
  /** One row per cluster, columns as in the points. */
  readonly centroids: Dense
  /** Row → its cluster: the nearest centroid, the lower of two equally near. */
  readonly labels: Int32Array
  /** Sum of weight × squared distance to the nearest centroid, in the squared unit of the points. */
  readonly inertia: number
  /** Cluster → total weight of its rows (their number without weights); never 0. */
  readonly sizes: Float64Array
  /** Rounds of the run that was kept. */
  readonly iterations: number
  /** Whether that run came to rest within `iterations`. */
  readonly converged: boolean
}

/**
 * Groups points into k clusters so that each is near the mean of its cluster (k-means, Euclidean).
 *
 * Identical rows are merged first, which changes nothing but the time. Seeding is greedy k-means++, the rounds are
 * Lloyd's, a cluster that loses all its points takes the point farthest from its centroid, and of all restarts the
 * lowest inertia counts. Clusters are numbered by their first row, so row 0 is in cluster 0; with `initial` they keep
 * its order.
 *
 * O(restarts × iterations × distinct rows × k × columns) time, a copy of the distinct rows and about 60 bytes a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is
 * not an integer or above the number of distinct rows (given), a weight below 0 or none above it
 * @throws TypeError when neither `seed` nor `initial` is given
 * @see Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", SODA
 * @example
 * kmeans([[1], [2], [8], [9]], 2, { seed: 1 }) // centroids 1.5 and 8.5, labels [0, 0, 1, 1], inertia 1, sizes [2, 2]
 */
export function kmeans(points: DenseInput, k: number, options: KmeansOptions): KmeansClustering {
  return run(kmeansSteps(points, k, options))
}

/**
 * {@link kmeans} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts restarts. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await kmeansAsync(points, 8, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function kmeansAsync(
  points: DenseInput,
  k: number,
  options: KmeansOptions & AsyncOptions,
): Promise<KmeansClustering> {
  return runAsync(kmeansSteps(points, k, options), options)
}

function* kmeansSteps(input: DenseInput, k: number, options: KmeansOptions): Steps<KmeansClustering> {
  const points = weightedPoints('kmeans', input, options?.weights)
  checkClusterCount('kmeans', 'k', k, points)
  const best = yield* options?.initial === undefined ? seededRun(points, k, options) : givenRun(points, k, options)
  return clustering(points, best)
}

function* seededRun(points: WeightedPoints, k: number, options: KmeansSettings & SeededStart): Steps<Run> {
  const seeds = resolveSeeds('kmeans', options)
  const limits = resolveLimits('kmeans', options)
  const progressAt = (done: number) => ({ stage: 'k-means', done, total: seeds.restarts })
  return inOrderOfRows(yield* bestRestart(points, k, { ...seeds, ...limits }, new Pace(), progressAt))
}

function* givenRun(points: WeightedPoints, k: number, options: KmeansSettings & GivenStart): Steps<Run> {
  checkNothingDrawn('kmeans', options)
  const limits = resolveLimits('kmeans', options)
  const centroids = initialCentroids(options.initial, k, points.columns)
  const progress = { stage: 'k-means', done: 0, total: 1 }
  const rest = yield* lloyd(points, centroids, limits, new Pace(), progress)
  yield { ...progress, done: 1 }
  return withInertia(points, rest)
}

function initialCentroids(initial: DenseInput, k: number, columns: number): Float64Array {
  const matrix = dense(initial, 'kmeans', 'initial')
  checkCells('kmeans', 'initial', matrix)
  if (matrix.rows !== k) throw rangeError('kmeans', 'initial', `have ${k} rows, one per cluster`, matrix.rows)
  if (matrix.columns !== columns) {
    throw rangeError('kmeans', 'initial', `have ${columns} columns, as the points do`, matrix.columns)
  }
  return matrix.values.slice()
}

/** Numbers the clusters by the first of their points. */
function inOrderOfRows(best: Run): Run {
  const { labels, centroids } = best
  const numbers = new Map<number, number>()
  const renumbered = labels.map((label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size)
    return numbers.get(label)!
  })
  const columns = centroids.length / numbers.size
  const ordered = new Float64Array(centroids.length)
  for (const [from, to] of numbers) ordered.set(centroids.subarray(from * columns, (from + 1) * columns), to * columns)
  return { ...best, labels: renumbered, centroids: ordered }
}

/** The answer in terms of the rows that were given. */
function clustering(points: WeightedPoints, best: Run): KmeansClustering {
  const { centroids, inertia, iterations, converged } = best
  const { columns, weights, input, rowOfInput } = points
  const k = centroids.length / columns
  const cells = (row: number) => input.values.subarray(row * columns, (row + 1) * columns)
  const labels = rowOfInput.map((at, row) => (at < 0 ? nearestCentroid(cells(row), centroids) : best.labels[at]!))
  const sizes = groupSums(best.labels, weights, k)
  return { centroids: { rows: k, columns, values: centroids }, labels, inertia, sizes, iterations, converged }
}

/** For rows that weigh nothing and so took no part. */
function nearestCentroid(row: Float64Array, centroids: Float64Array): number {
  const label = new Int32Array(1)
  assignRows(row, row.length, centroids, 0, 1, label, new Float64Array(1))
  return label[0]!
}
