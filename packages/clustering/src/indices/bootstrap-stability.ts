import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkInteger, rangeError, run, type DenseInput, type Steps } from '@clientele/core'
import { checkBoundedPoints } from '../check-points.js'
import { distinctRows } from '../distinct-rows.js'
import { resolveLimits, resolveSeeds } from '../kmeans/kmeans-options.js'
import { kmeansSteps } from '../kmeans/kmeans.js'
import { reportedAs } from '../reported-as.js'
import { bootstrapJaccard } from './bootstrap-jaccard.js'
import { checkCounts } from './check-counts.js'
import type { IndexOptions } from './labelled-rows.js'
import { unitRows, type UnitRows } from './unit-rows.js'

/** How {@link bootstrapStability} draws, and how it runs k-means. */
export interface StabilityOptions extends IndexOptions {
  /** Any string or finite number; the same seed gives the same answer everywhere. */
  readonly seed: string | number
  /** How many resamples are drawn; default 50. */
  readonly resamples?: number
  /** Runs of k-means for the points and for each resample; default 10. */
  readonly restarts?: number
  /** Most rounds of one run; default 300. */
  readonly iterations?: number
  /** When a run ends, as for {@link kmeans}; default 1e-4. */
  readonly tolerance?: number
}

/** How well each cluster is found again. */
export interface BootstrapStability {
  /** Row → its cluster, as {@link kmeans} numbers them with the same options. */
  readonly labels: Int32Array
  /** Cluster → mean Jaccard similarity to the most similar cluster of a resample, from 0 to 1. */
  readonly jaccard: Float64Array
  /** Cluster → share of resamples that found it again: a similarity of at least 0.75. */
  readonly recovered: Float64Array
  /** Cluster → share of resamples in which it fell apart or was swallowed: a similarity of at most 0.5. */
  readonly dissolved: Float64Array
}

const RECOVERED = 0.75
const DISSOLVED = 0.5

/**
 * Says of each cluster of k-means whether it would be found again in other rows of the same kind.
 *
 * Rows are drawn with replacement, as many as there are, and grouped anew, `resamples` times. A cluster with a mean Jaccard
 * similarity of 0.85 or more is very stable, from 0.75 on it may be trusted, below 0.6 it is chance (Hennig). Stable is not the
 * same as real: two halves of an even cloud may be found again and again.
 *
 * O((1 + resamples) × restarts × iterations × distinct rows × k × columns) time.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param k number of clusters, from 2 to the number of distinct rows
 * @throws RangeError for bad points, weights or options (named) and a `k` that is not possible; TypeError without a seed
 * @see Hennig (2007), "Cluster-wise assessment of cluster stability", Computational Statistics & Data Analysis 52
 * @example bootstrapStability(points, 3, { seed: 1 }).jaccard // [0.97, 0.91, 0.58]: do not build on the third
 */
export function bootstrapStability(points: DenseInput, k: number, options: StabilityOptions): BootstrapStability {
  return run(stabilitySteps('bootstrapStability', localEngine(), points, k, options))
}

/**
 * {@link bootstrapStability} on a pool of workers, letting other work of the thread happen in between; the same result, bit for
 * bit.
 *
 * Progress counts resamples. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await bootstrapStabilityAsync(points, 3, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function bootstrapStabilityAsync(
  points: DenseInput,
  k: number,
  options: StabilityOptions & PooledOptions,
): Promise<BootstrapStability> {
  const fn = 'bootstrapStabilityAsync'
  return onPool(fn, options, (engine) => stabilitySteps(fn, engine, points, k, options))
}

function* stabilitySteps(
  fn: string,
  engine: Engine,
  input: DenseInput,
  k: number,
  options: StabilityOptions,
): Steps<BootstrapStability> {
  const { seed, restarts } = resolveSeeds(fn, options)
  const settings = { seed, restarts, ...resolveLimits(fn, options) }
  const { resamples = 50 } = options
  checkInteger(fn, 'resamples', resamples, { min: 1 })
  checkInteger(fn, 'k', k, { min: 2 })
  const points = checkBoundedPoints(fn, input)
  const weights = checkCounts(fn, options.weights, points.rows)
  const merged = distinctRows(points)
  const most = merged.points.rows
  if (k > most) throw rangeError(fn, 'k', `be at most ${most}, the number of distinct rows`, k)
  const progressAt = (done: number) => ({ stage: 'stability', done, total: resamples })
  const given = { ...settings, ...(weights && { weights }) }
  const { labels } = yield* reportedAs(kmeansSteps(engine, points, k, given), progressAt(0))
  const ofMerged = new Int32Array(most)
  merged.labelOfRow.forEach((row, from) => (ofMerged[row] = labels[from]!))
  const clustered = { points: merged.points, labels: ofMerged, k }
  const units = distinctUnits(merged.labelOfRow, weights)
  const { values } = yield* bootstrapJaccard(engine, clustered, units, resamples, settings, progressAt)
  const share = (counts: (similarity: number) => number) => {
    const sums = new Float64Array(k)
    values.forEach((similarity, i) => (sums[i % k]! += counts(similarity)))
    return sums.map((sum) => sum / resamples)
  }
  return {
    labels,
    jaccard: share((similarity) => similarity),
    recovered: share((similarity) => (similarity >= RECOVERED ? 1 : 0)),
    dissolved: share((similarity) => (similarity <= DISSOLVED ? 1 : 0)),
  }
}

/** Units of weight in the order of the rows given, and the distinct row of each. */
function distinctUnits(distinctOfRow: Int32Array, weights: Float64Array | undefined): UnitRows {
  if (weights === undefined) return { total: distinctOfRow.length, rowOf: (unit) => distinctOfRow[unit]! }
  const { total, rowOf } = unitRows(weights)
  return { total, rowOf: (unit) => distinctOfRow[rowOf(unit)]! }
}
