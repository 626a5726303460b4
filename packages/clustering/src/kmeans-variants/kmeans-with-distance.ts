import { localEngine } from '@clientele/compute'
import {
  checkInteger,
  groupSums,
  random,
  run,
  runAsync,
  type AsyncOptions,
  type Dense,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { checkCells, checkPoints } from '../check-points.js'
import { checkSeed } from '../check-seed.js'
import { mergeRows } from '../distinct-rows.js'
import { inOrderOfRows } from '../kmeans/kmeans-clustering.js'
import { seeds } from '../kmeans/seeds.js'
import { checkClusterCount } from '../weighted-points.js'
import { distanceRun, type DistanceRun } from './distance-run.js'
import { distanceOf, preparedRows, type DistanceFunction, type DistanceName } from './distances.js'

/** How {@link kmeansWithDistance} runs. */
export interface DistanceKMeansOptions {
  /**
   * `'manhattan'` (sum of the gaps in all columns), `'chebyshev'` (largest gap), `'cosine'` (1 - cosine of the angle between
   * rows: what they are made of, not how much), `'correlation'` (the same about the mean of each row), `'canberra'` (sum of the
   * gaps, each as a share of the two numbers), or a function of two rows.
   */
  readonly distance: DistanceName | DistanceFunction
  /** Any string or finite number; the same seed gives the same clusters everywhere. */
  readonly seed: string | number
  /** How many runs; default 10. The one of the lowest total distance counts. */
  readonly restarts?: number
  /** Most rounds of one run; default 300. */
  readonly iterations?: number
}

/** Points grouped around centroids by a distance other than the Euclidean. */
export interface DistanceClustering {
  /** One row per cluster, columns as in the points: the mean of its rows (for cosine and correlation, of length 1 each). */
  readonly centroids: Dense
  /** Row → its cluster; once a run has converged, the nearest centroid, the lower of two equally near. */
  readonly labels: Int32Array
  /** Sum of the distances, not squared, of the rows to the centroids of their clusters. */
  readonly inertia: number
  /** Cluster → number of its rows; never 0. */
  readonly sizes: Float64Array
  /** Rounds of the run that was kept. */
  readonly iterations: number
  /** Whether labels no longer changed in that run. */
  readonly converged: boolean
}

/**
 * k-means for other distances than the Euclidean (ml-kmeans, started from greedy k-means++ seeding).
 *
 * Every row joins its nearest centroid, every centroid moves to the mean of its rows, until no label changes. The mean is the
 * best centre for cosine and correlation, whose rows are first brought to length 1; for other distances it is only near it, so
 * that rounds may also go in circles: `converged` tells. A cluster that loses all its rows takes the row farthest from its
 * centroid. Clusters are numbered by their first row.
 *
 * O(restarts × iterations × rows × k) distances, about ten times slower than {@link kmeans}; two copies of the rows of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 1 to the number of distinct rows (for cosine and correlation, of distinct directions)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is not an
 * integer or above the number of distinct rows (given), a row without a direction for cosine or correlation, an unknown
 * distance, a function that answers with less than 0 or no finite number, an option out of its range
 * @throws TypeError without a seed
 * @see Dhillon and Modha (2001), "Concept Decompositions for Large Sparse Text Data Using Clustering", Machine Learning 42
 * @example
 * // what customers buy, whether much or little: shares of three categories
 * kmeansWithDistance([[9, 1, 0], [90, 8, 1], [0, 1, 3], [1, 9, 40]], 2, { distance: 'cosine', seed: 1 }).labels // [0, 0, 1, 1]
 */
export function kmeansWithDistance(points: DenseInput, k: number, options: DistanceKMeansOptions): DistanceClustering {
  return run(distanceSteps(points, k, options))
}

/**
 * {@link kmeansWithDistance} that lets other work of the thread happen between rounds; the same result, bit for bit.
 *
 * Progress counts restarts. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await kmeansWithDistanceAsync(points, 5, { distance: 'manhattan', seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function kmeansWithDistanceAsync(
  points: DenseInput,
  k: number,
  options: DistanceKMeansOptions & AsyncOptions,
): Promise<DistanceClustering> {
  return runAsync(distanceSteps(points, k, options), options)
}

const FN = 'kmeansWithDistance'

function* distanceSteps(input: DenseInput, k: number, options: DistanceKMeansOptions): Steps<DistanceClustering> {
  const { distance, seed, restarts, iterations } = resolve(options)
  const measure = distanceOf(FN, distance)
  const given = checkPoints(FN, input)
  checkCells(FN, 'points', given)
  const points = preparedRows(FN, distance, given)
  const distinct = mergeRows(points)
  checkClusterCount(FN, 'k', k, distinct.points)
  const rows = rowArrays(points)
  const stream = random(seed).fork(FN)
  let best: DistanceRun | undefined
  for (let restart = 0; restart < restarts; restart++) {
    const progress = { stage: 'k-means', done: restart, total: restarts }
    const merged = { ...distinct.points, weights: distinct.weights }
    const values = yield* seeds(FN, localEngine(), merged, k, stream.fork(restart))
    const start = rowArrays({ rows: k, columns: points.columns, values })
    const found = yield* distanceRun(rows, start, measure, iterations, progress)
    if (best === undefined || found.inertia < best.inertia) best = found
    yield { ...progress, done: restart + 1 }
  }
  return clusteringOf(best!, points.columns)
}

function resolve(options: DistanceKMeansOptions | undefined): Required<DistanceKMeansOptions> {
  const { distance, seed, restarts = 10, iterations = 300 } = options ?? ({} as Partial<DistanceKMeansOptions>)
  checkSeed(FN, seed)
  checkInteger(FN, 'restarts', restarts, { min: 1 })
  checkInteger(FN, 'iterations', iterations, { min: 1 })
  return { distance: distance!, seed, restarts, iterations }
}

/** Rows as ml-kmeans takes them. */
function rowArrays({ rows, columns, values }: Dense): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)))
}

function clusteringOf({ centroids, labels, ...run }: DistanceRun, columns: number): DistanceClustering {
  const k = centroids.length
  const sizes = groupSums(labels, new Float64Array(labels.length).fill(1), k)
  const ordered = inOrderOfRows({ ...run, centroids: Float64Array.from(centroids.flat()), labels, sizes })
  return { ...ordered, centroids: { rows: k, columns, values: ordered.centroids } }
}
