import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { dense, rangeError, run, type DenseInput, type Steps } from '@clientele/core'
import { checkCells } from '../check-points.js'
import { clusteringOf, inOrderOfRows, type KmeansClustering } from './kmeans-clustering.js'
import { bestRun, givenRun, runLimits, withPoints } from './best-run.js'
import {
  checkNothingDrawn,
  resolveLimits,
  resolveSeeds,
  type GivenStart,
  type KmeansOptions,
  type KmeansSettings,
  type SeededStart,
} from './kmeans-options.js'
import type { PointsInMemory } from './points-in-memory.js'
import type { Run } from './run.js'
import { checkClusterCount } from '../weighted-points.js'
import { rowsToCluster, type RowsToCluster } from './rows-to-cluster.js'

/**
 * Groups points into k clusters so that each is near the mean of its cluster (k-means, Euclidean).
 *
 * Identical rows are merged first where they are common, which changes nothing but the time. Seeding is greedy
 * k-means++, the rounds are Lloyd's, a cluster that loses all its points takes the point farthest from its centroid, and
 * of all restarts the lowest inertia counts. Clusters are numbered by their first row, so row 0 is in cluster 0; with `initial` they keep
 * its order.
 *
 * At most O(restarts × iterations × distinct rows × k × columns) time, less where rows surely keep their cluster; a copy of
 * the distinct rows, from 16,384 rows on another in single precision, and about 30 bytes a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is
 * not an integer or above the number of distinct rows (given), a weight below 0 or none above it
 * @throws TypeError when neither `seed` nor `initial` is given
 * @see Lloyd (1982), "Least squares quantization in PCM"; Hamerly (2010), "Making k-means even faster";
 * Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", SODA
 * @example
 * kmeans([[1], [2], [8], [9]], 2, { seed: 1 }) // centroids 1.5 and 8.5, labels [0, 0, 1, 1], inertia 1, sizes [2, 2]
 */
export function kmeans(points: DenseInput, k: number, options: KmeansOptions): KmeansClustering {
  return run(kmeansSteps(localEngine(), points, k, options))
}

/**
 * {@link kmeans} on a pool of workers, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts restarts. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await kmeansAsync(points, 8, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function kmeansAsync(
  points: DenseInput,
  k: number,
  options: KmeansOptions & PooledOptions,
): Promise<KmeansClustering> {
  return onPool('kmeansAsync', options, (engine) => kmeansSteps(engine, points, k, options))
}

/** {@link kmeans} as steps of something larger. */
export function* kmeansSteps(
  engine: Engine,
  input: DenseInput,
  k: number,
  options: KmeansOptions,
): Steps<KmeansClustering> {
  const points = rowsToCluster('kmeans', input, options?.weights, k)
  checkClusterCount('kmeans', 'k', k, points)
  const start = options?.initial === undefined ? seededRun(points, k, options) : startFrom(points, k, options)
  const { iterations, converged, ...clusters } = yield* withPoints('kmeans', engine, points, start)
  return { ...clusteringOf(points, clusters), iterations, converged }
}

type PlacedRun = (placed: PointsInMemory) => Steps<Run>

function seededRun(points: RowsToCluster, k: number, options: KmeansSettings & SeededStart): PlacedRun {
  const seeds = resolveSeeds('kmeans', options)
  const limits = resolveLimits('kmeans', options)
  const progressAt = (done: number) => ({ stage: 'k-means', done, total: seeds.restarts })
  return function* (placed) {
    return inOrderOfRows(yield* bestRun(placed, k, seeds, runLimits(points, limits), progressAt))
  }
}

function startFrom(points: RowsToCluster, k: number, options: KmeansSettings & GivenStart): PlacedRun {
  checkNothingDrawn('kmeans', options)
  const limits = resolveLimits('kmeans', options)
  const centroids = initialCentroids(options.initial, k, points.columns)
  const progressAt = (done: number) => ({ stage: 'k-means', done, total: 1 })
  return (placed) => givenRun(placed, centroids, runLimits(points, limits), progressAt)
}

function initialCentroids(initial: DenseInput, k: number, columns: number): Float64Array {
  const matrix = dense(initial, 'kmeans', 'initial')
  checkCells('kmeans', 'initial', matrix)
  if (matrix.rows !== k) throw rangeError('kmeans', 'initial', `have ${k} rows, one per cluster`, matrix.rows)
  if (matrix.columns !== columns) {
    throw rangeError('kmeans', 'initial', `have ${columns} columns, as the points do`, matrix.columns)
  }
  return matrix.values
}
