import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { random, run, type DenseInput, type Steps } from '@clientele/core'
import { innerKmeans } from '../kmeans/inner-kmeans.js'
import { clusteringOf, inOrderOfRows, type CentroidClustering } from '../kmeans/kmeans-clustering.js'
import { resolveLimits, resolveSeeds, type KmeansSettings } from '../kmeans/kmeans-options.js'
import { checkClusterCount, weightedPoints } from '../weighted-points.js'
import { clustersOf, largestPart, partOf, pointsOf, splitPart } from './parts.js'

/** How {@link bisectingKMeans} runs; iterations and tolerance are those of each split. */
export interface BisectingKMeansOptions extends KmeansSettings {
  /** Any string or finite number; the same seed gives the same clusters everywhere. */
  readonly seed: string | number
  /** How many runs of each split; default 10. The one of the lowest inertia counts. */
  readonly restarts?: number
}

/**
 * Groups points into k clusters by splitting in two, again and again, the cluster of the largest inertia (k-means with two
 * centroids, Euclidean).
 *
 * The clusters of k + 1 are those of k with one of them split, so they form a tree. What was split once stays apart: a row may
 * be nearer to another centroid than to its own. Clusters are numbered by their first row. Identical rows are merged first.
 *
 * About O(restarts × iterations × distinct rows × columns × log k) time where splits are even, × k at worst; two copies of the
 * distinct rows of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is not an
 * integer or above the number of distinct rows (given), a weight below 0 or none above it, an option out of its range
 * @throws TypeError without a seed
 * @see Steinbach, Karypis and Kumar (2000), "A Comparison of Document Clustering Techniques", KDD Workshop on Text Mining
 * @example
 * bisectingKMeans([[1], [2], [8], [9], [30]], 3, { seed: 1 }).labels // [0, 0, 1, 1, 2]
 */
export function bisectingKMeans(points: DenseInput, k: number, options: BisectingKMeansOptions): CentroidClustering {
  return run(bisectingSteps(localEngine(), points, k, options))
}

/**
 * {@link bisectingKMeans} on a pool of workers, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts splits. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await bisectingKMeansAsync(points, 50, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function bisectingKMeansAsync(
  points: DenseInput,
  k: number,
  options: BisectingKMeansOptions & PooledOptions,
): Promise<CentroidClustering> {
  return onPool('bisectingKMeansAsync', options, (engine) => bisectingSteps(engine, points, k, options))
}

function* bisectingSteps(
  engine: Engine,
  input: DenseInput,
  k: number,
  options: BisectingKMeansOptions,
): Steps<CentroidClustering> {
  const points = weightedPoints('bisectingKMeans', input, options?.weights)
  checkClusterCount('bisectingKMeans', 'k', k, points)
  const { seed, restarts } = resolveSeeds('bisectingKMeans', options)
  const limits = resolveLimits('bisectingKMeans', options)
  const stream = random(seed).fork('bisectingKMeans')
  const parts = [
    partOf(
      points,
      Int32Array.from({ length: points.rows }, (_, row) => row),
    ),
  ]
  for (let split = 1; split < k; split++) {
    const place = largestPart(parts)
    const inner = { seed: stream.fork(split).next(), restarts, ...limits }
    const progress = { stage: 'splits', done: split - 1, total: k - 1 }
    const own = pointsOf(points, parts[place]!)
    const { labels } = yield* innerKmeans('bisectingKMeans', engine, own, 2, inner, progress)
    parts.splice(place, 1, ...splitPart(points, parts[place]!, labels))
  }
  yield { stage: 'splits', done: k - 1, total: k - 1 }
  return clusteringOf(points, inOrderOfRows(clustersOf(points, parts)))
}
