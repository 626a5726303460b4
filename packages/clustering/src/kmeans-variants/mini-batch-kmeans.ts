import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkInteger, random, run, type DenseInput, type Progress, type Random, type Steps } from '@clientele/core'
import { checkSeed } from '../check-seed.js'
import { givenRun, withPoints } from '../kmeans/best-run.js'
import { innerKmeans } from '../kmeans/inner-kmeans.js'
import { clusteringOf, inOrderOfRows, type CentroidClustering } from '../kmeans/kmeans-clustering.js'
import type { PointsInMemory } from '../kmeans/points-in-memory.js'
import { rowsToCluster, type RowsToCluster } from '../kmeans/rows-to-cluster.js'
import type { Run } from '../kmeans/run.js'
import { Pace } from '../pace.js'
import { checkClusterCount } from '../weighted-points.js'
import { learnFromBatch } from './learn-from-batch.js'
import { rowDraw, sampleOf } from './row-sample.js'

/** How {@link miniBatchKMeans} runs. */
export interface MiniBatchKMeansOptions {
  /** Any string or finite number; the same seed gives the same clusters everywhere. */
  readonly seed: string | number
  /** Rows of a batch; default 1024. */
  readonly batchSize?: number
  /** Batches of each run; default 300. */
  readonly iterations?: number
  /** How many runs; default 3. The one of the lowest inertia counts. */
  readonly restarts?: number
  /** One number of at least 0 per row, how much it counts; default 1 each. A row of weight 2 is a row given twice. */
  readonly weights?: ArrayLike<number>
}

type Resolved = Required<Omit<MiniBatchKMeansOptions, 'weights'>>

/**
 * k-means that learns from small batches of rows, for data so large that looking at all of it again and again would take too
 * long (Euclidean).
 *
 * Each run begins at the k-means of a sample. Then each row of a batch draws its nearest centroid towards itself, the less the
 * more rows have done so before. In the end all rows join the nearest centroid, and of all runs the lowest inertia counts, a
 * few per cent above that of {@link kmeans}. Clusters are numbered by their first row.
 *
 * O(restarts × (batches × batch size + rows) × k × columns) time, a copy of the rows and about 40 bytes a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is not an
 * integer or above the number of distinct rows (given), a weight below 0 or none above it, an option out of its range
 * @throws TypeError without a seed
 * @see Sculley (2010), "Web-Scale K-Means Clustering", WWW
 * @example
 * miniBatchKMeans(points, 8, { seed: 1, batchSize: 4096 }).labels
 */
export function miniBatchKMeans(points: DenseInput, k: number, options: MiniBatchKMeansOptions): CentroidClustering {
  return run(miniBatchSteps(localEngine(), points, k, options))
}

/**
 * {@link miniBatchKMeans} on a pool of workers, letting other work of the thread happen in between; the same result, bit for
 * bit.
 *
 * Progress counts batches over all runs. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await miniBatchKMeansAsync(points, 8, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function miniBatchKMeansAsync(
  points: DenseInput,
  k: number,
  options: MiniBatchKMeansOptions & PooledOptions,
): Promise<CentroidClustering> {
  return onPool('miniBatchKMeansAsync', options, (engine) => miniBatchSteps(engine, points, k, options))
}

function* miniBatchSteps(
  engine: Engine,
  input: DenseInput,
  k: number,
  options: MiniBatchKMeansOptions,
): Steps<CentroidClustering> {
  const points = rowsToCluster('miniBatchKMeans', input, options?.weights, k)
  checkClusterCount('miniBatchKMeans', 'k', k, points)
  const resolved = resolve(options)
  const best = yield* withPoints('miniBatchKMeans', engine, points, (placed) => bestOf(points, placed, k, resolved))
  return clusteringOf(points, inOrderOfRows(best))
}

function resolve(options: MiniBatchKMeansOptions | undefined): Resolved {
  const { seed, batchSize = 1024, iterations = 300, restarts = 3 } = options ?? ({} as Partial<MiniBatchKMeansOptions>)
  checkSeed('miniBatchKMeans', seed)
  checkInteger('miniBatchKMeans', 'batchSize', batchSize, { min: 1 })
  checkInteger('miniBatchKMeans', 'iterations', iterations, { min: 1 })
  checkInteger('miniBatchKMeans', 'restarts', restarts, { min: 1 })
  return { seed, batchSize, iterations, restarts }
}

/** The run of the lowest inertia, of equal ones the first; run i draws from a stream of its own. */
function* bestOf(points: RowsToCluster, placed: PointsInMemory, k: number, options: Resolved): Steps<Run> {
  const { seed, iterations, restarts } = options
  const stream = random(seed).fork('miniBatchKMeans')
  const total = restarts * iterations
  let best: Run | undefined
  for (let restart = 0; restart < restarts; restart++) {
    const progressAt = (batches: number) => ({ stage: 'batches', done: restart * iterations + batches, total })
    const centroids = yield* learned(points, placed.engine, k, options, stream.fork(restart), progressAt)
    const noRounds = { iterations: 0, leastMove: 0 }
    const found = yield* givenRun(placed, centroids, noRounds, () => progressAt(iterations))
    if (best === undefined || found.inertia < best.inertia) best = found
  }
  return best!
}

/** Centroids that have learned from all batches of a run. */
function* learned(
  points: RowsToCluster,
  engine: Engine,
  k: number,
  { batchSize, iterations }: Resolved,
  stream: Random,
  progressAt: (batches: number) => Progress,
): Steps<Float64Array> {
  const draw = rowDraw(points, stream.fork('rows'))
  const sample = sampleOf(points, Math.max(SAMPLE_BATCHES * batchSize, SAMPLE_ROWS * k), k, draw)
  const start = { seed: stream.fork('start').next() }
  const { centroids, sizes } = yield* innerKmeans('miniBatchKMeans', engine, sample, k, start, progressAt(0))
  const pace = new Pace()
  for (let batch = 1; batch <= iterations; batch++) {
    learnFromBatch(points, Int32Array.from({ length: batchSize }, draw), centroids, sizes)
    if (pace.due(batchSize * centroids.length)) yield progressAt(batch)
  }
  return centroids
}

/** A run begins at the k-means of so many batches, or of so many rows for each cluster. */
const SAMPLE_BATCHES = 3
const SAMPLE_ROWS = 10
