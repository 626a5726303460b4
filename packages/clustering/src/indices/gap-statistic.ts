import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkInteger, checkOneOf, random, run, type Dense, type DenseInput, type Steps } from '@clientele/core'
import { checkBoundedPoints } from '../check-points.js'
import { countDistinct } from '../distinct-rows.js'
import { elbowSteps } from '../kmeans/elbow.js'
import { resolveLimits, resolveSeeds, type ResolvedLimits, type ResolvedSeeds } from '../kmeans/kmeans-options.js'
import { reportedAs } from '../reported-as.js'
import { checkAscending } from './check-ascending.js'
import { checkCounts } from './check-counts.js'
import type { IndexOptions } from './labelled-rows.js'
import { drawInBox, unitBox } from './unit-box.js'

/** How {@link gapStatistic} draws, and how it runs k-means. */
export interface GapOptions extends IndexOptions {
  /** Any string or finite number; the same seed gives the same answer everywhere. */
  readonly seed: string | number
  /** How many sets of rows without clusters are drawn, at least 2; default 20. */
  readonly references?: number
  /**
   * Along what the box lies that they are drawn from: `'columns'` (default), or `'components'`, the principal components of
   * the points, which fits correlated columns better.
   */
  readonly box?: 'columns' | 'components'
  /** Runs of k-means for each number of clusters, of the points and of every set drawn; default 5. */
  readonly restarts?: number
  /** Most rounds of one run; default 300. */
  readonly iterations?: number
  /** When a run ends, as for {@link kmeans}; default 1e-4. */
  readonly tolerance?: number
}

/** How much tighter clusters are than those of rows without any. */
export interface GapStatistic {
  /** The numbers of clusters, as given. */
  readonly ks: Int32Array
  /** Mean logarithm of the inertia of the sets drawn, less that of the points: the more, the tighter. */
  readonly gaps: Float64Array
  /** Standard deviation of that logarithm over the sets drawn, times √(1 + 1/references). */
  readonly standardErrors: Float64Array
  /**
   * The least of `ks` whose gap is at least the next gap less the next standard error (Tibshirani's rule); 1 says that there
   * are no clusters. `undefined` when the gap still rises at the end.
   */
  readonly k: number | undefined
}

/**
 * Gap statistic: compares the inertia of k-means with what it would be on rows that are spread evenly over the same box, and so
 * can say that there is just one cluster, as other indices cannot.
 *
 * O((1 + references) × sum of ks × restarts × iterations × rows × columns) time.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param ks ascending numbers of clusters, at least two of them, each below the number of distinct rows; begin with 1
 * @throws RangeError for bad points, weights or options (named) and `ks` that do not ascend; TypeError without a seed
 * @see Tibshirani, Walther and Hastie (2001), "Estimating the number of clusters in a data set via the gap statistic", Journal
 * of the Royal Statistical Society B 63
 * @example gapStatistic(points, [1, 2, 3, 4, 5, 6], { seed: 1 }).k
 */
export function gapStatistic(points: DenseInput, ks: ArrayLike<number>, options: GapOptions): GapStatistic {
  return run(gapSteps('gapStatistic', localEngine(), points, ks, options))
}

/**
 * {@link gapStatistic} on a pool of workers, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts the points and the sets drawn. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await gapStatisticAsync(points, [1, 2, 3, 4], { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function gapStatisticAsync(
  points: DenseInput,
  ks: ArrayLike<number>,
  options: GapOptions & PooledOptions,
): Promise<GapStatistic> {
  const fn = 'gapStatisticAsync'
  return onPool(fn, options, (engine) => gapSteps(fn, engine, points, ks, options))
}

function* gapSteps(
  fn: string,
  engine: Engine,
  input: DenseInput,
  counts: ArrayLike<number>,
  options: GapOptions,
): Steps<GapStatistic> {
  const { references = 20, box: axes = 'columns', restarts = 5 } = options ?? {}
  const settings = { ...resolveSeeds(fn, { ...options, restarts }), ...resolveLimits(fn, options) }
  checkInteger(fn, 'references', references, { min: 2 })
  checkOneOf(fn, 'box', axes, ['columns', 'components'])
  const points = checkBoundedPoints(fn, input)
  const weights = checkCounts(fn, options?.weights, points.rows)
  const ks = checkAscending(fn, counts, 1, countDistinct(points))
  const progressAt = (done: number) => ({ stage: 'gap statistic', done, total: references + 1 })
  const box = yield* reportedAs(unitBox(points, weights, axes), progressAt(0))
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? points.rows
  const own = yield* reportedAs(logInertias(engine, box.points, ks, settings, weights), progressAt(0))
  const drawn: Float64Array[] = []
  for (let reference = 0; reference < references; reference++) {
    yield progressAt(reference + 1)
    const rows = drawInBox(box.lengths, total, random(settings.seed).fork('gap').fork(reference))
    drawn.push(yield* reportedAs(logInertias(engine, rows, ks, settings), progressAt(reference + 1)))
  }
  yield progressAt(references + 1)
  return gapsOf(ks, own, drawn)
}

function* logInertias(
  engine: Engine,
  points: Dense,
  ks: Int32Array,
  { seed, restarts, iterations, tolerance }: ResolvedSeeds & ResolvedLimits,
  weights?: Float64Array,
): Steps<Float64Array> {
  const options = { seed, restarts, iterations, tolerance, ...(weights && { weights }) }
  const { inertias } = yield* elbowSteps(engine, points, ks, options)
  return inertias.map((inertia) => logInertia(inertia, 1))
}

/** Logarithm of an inertia in squares of `unit`. Rows may lie so close together that the squares of their distances are 0. */
export function logInertia(inertia: number, unit: number): number {
  return Math.log(Math.max(inertia, Number.MIN_VALUE)) - 2 * Math.log(unit)
}

/** Gaps and Tibshirani's rule, of the logarithms of the inertias of points and of sets drawn, all in one unit. */
export function gapsOf(ks: Int32Array, own: Float64Array, drawn: readonly Float64Array[]): GapStatistic {
  const means = own.map((_, i) => drawn.reduce((sum, logs) => sum + logs[i]!, 0) / drawn.length)
  const gaps = means.map((mean, i) => mean - own[i]!)
  const standardErrors = means.map((mean, i) => {
    const variance = drawn.reduce((sum, logs) => sum + (logs[i]! - mean) ** 2, 0) / drawn.length
    return Math.sqrt(variance * (1 + 1 / drawn.length))
  })
  const found = gaps.findIndex((gap, i) => i + 1 < gaps.length && gap >= gaps[i + 1]! - standardErrors[i + 1]!)
  return { ks, gaps, standardErrors, k: found < 0 ? undefined : ks[found]! }
}
