import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkInteger, run, type DenseInput, type Steps } from '@clientele/core'
import { checkBoundedPoints } from '../check-points.js'
import { checkAscending } from '../indices/check-ascending.js'
import { checkCounts } from '../indices/check-counts.js'
import type { IndexOptions } from '../indices/labelled-rows.js'
import { resolveLimits, resolveSeeds } from '../kmeans/kmeans-options.js'
import { curvesOf, type Curves, type CurveSettings } from './curves.js'
import { drawnPoints } from './drawn-points.js'
import { verdict, type Verdict } from './verdict.js'
import { votesOf, type Vote } from './votes.js'

/** How {@link chooseK} looks at points. */
export interface ChooseKOptions extends IndexOptions {
  /** Any string or finite number; the same seed gives the same answer everywhere. */
  readonly seed: string | number
  /** The most rows to look at, drawn at random; default 2000. */
  readonly sample?: number
  /** Sets of rows without clusters that the points are compared with, at least 2; default 10. */
  readonly references?: number
  /** Resamples in which clusters must be found again; default 20. */
  readonly resamples?: number
  /** Runs of k-means for each clustering; default 5. */
  readonly restarts?: number
  /** Most rounds of one run; default 300. */
  readonly iterations?: number
  /** When a run ends, as for {@link kmeans}; default 1e-4. */
  readonly tolerance?: number
}

/** How many clusters there are, and how sure that is. */
export interface ChosenK {
  /** The number of clusters; `undefined` when there is no clear one. */
  readonly k: number | undefined
  /** Why, in a sentence; it begins with "no clear k" when there is none. */
  readonly reason: string
  /** Share of the six votes that the number with the most votes got. */
  readonly agreement: number
  /** What each way of looking at the clusterings says, and why. */
  readonly votes: readonly Vote[]
  /** How many rows were looked at. */
  readonly rows: number
  /** The numbers of clusters that were tried. All curves below are for these. */
  readonly ks: Int32Array
  /** Inertia of k-means. */
  readonly inertias: Float64Array
  /** Mean silhouette. */
  readonly silhouettes: Float64Array
  /** Calinski–Harabasz index. */
  readonly calinskiHarabasz: Float64Array
  /** Davies–Bouldin index. */
  readonly daviesBouldin: Float64Array
  /** Gap statistic, beside a box along the principal components. */
  readonly gaps: Float64Array
  /** Mean Jaccard similarity, in resamples, of the cluster that is found again least. */
  readonly stability: Float64Array
  /** For each set of rows without clusters, the highest mean silhouette over all numbers tried. */
  readonly silhouettesByChance: Float64Array
}

/**
 * How many clusters are there? Asks six ways of looking at clusterings by k-means, and answers only when they agree.
 *
 * The elbow (the bend of the logarithm of the inertia, found by {@link kneedle}), the highest mean silhouette, the highest
 * Calinski–Harabasz and the lowest Davies–Bouldin index, the gap statistic and the stability of clusters in resamples have one
 * vote each. The number needs half of the votes and more than any other. Before that, the best silhouette must be clearly
 * higher than those of rows that are spread evenly over the same space: k-means finds clusters anywhere.
 *
 * O((1 + references + resamples) × sum of ks × restarts × iterations × rows × columns + references × ks × rows²) time, a few
 * seconds for 2000 rows and ten numbers.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @param ks ascending numbers of clusters, at least two, from 2 to below the number of distinct rows
 * @throws RangeError for bad points, weights or options (named) and `ks` that do not ascend; TypeError without a seed
 * @see Milligan and Cooper (1985), "An examination of procedures for determining the number of clusters in a data set",
 * Psychometrika 50
 * @example
 * const { k, reason, votes } = chooseK(points, [2, 3, 4, 5, 6], { seed: 1 })
 * // 4, "5 of 6 votes are for 4"; or undefined, "no clear k: votes are split, 2 for 3, 2 for 5, 2 for none"
 */
export function chooseK(points: DenseInput, ks: ArrayLike<number>, options: ChooseKOptions): ChosenK {
  return run(chooseSteps('chooseK', localEngine(), points, ks, options))
}

/**
 * {@link chooseK} on a pool of workers, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * When `signal` ends it, the promise rejects with the signal's reason.
 * @example await chooseKAsync(points, [2, 3, 4, 5, 6], { seed: 1, signal: AbortSignal.timeout(60_000) })
 */
export function chooseKAsync(
  points: DenseInput,
  ks: ArrayLike<number>,
  options: ChooseKOptions & PooledOptions,
): Promise<ChosenK> {
  const fn = 'chooseKAsync'
  return onPool(fn, options, (engine) => chooseSteps(fn, engine, points, ks, options))
}

function* chooseSteps(
  fn: string,
  engine: Engine,
  input: DenseInput,
  counts: ArrayLike<number>,
  options: ChooseKOptions,
): Steps<ChosenK> {
  const settings = resolveSettings(fn, options)
  const { sample = 2000 } = options
  checkInteger(fn, 'sample', sample, { min: 3 })
  const points = checkBoundedPoints(fn, input)
  const weights = checkCounts(fn, options.weights, points.rows)
  const drawn = drawnPoints(points, weights, sample, settings.seed)
  const ks = checkAscending(fn, counts, 2, drawn.points.rows)
  const curves = yield* curvesOf(fn, engine, drawn, ks, settings)
  const votes = votesOf(curves)
  return answer(curves, votes, verdict(curves, votes), drawn.total)
}

function resolveSettings(fn: string, options: ChooseKOptions | undefined): CurveSettings {
  const { references = 10, resamples = 20 } = options ?? {}
  const { seed, restarts } = resolveSeeds(fn, { ...options, restarts: options?.restarts ?? 5 })
  checkInteger(fn, 'references', references, { min: 2 })
  checkInteger(fn, 'resamples', resamples, { min: 1 })
  return { seed, restarts, references, resamples, ...resolveLimits(fn, options) }
}

function answer(curves: Curves, votes: readonly Vote[], { k, reason, agreement }: Verdict, rows: number): ChosenK {
  const { ks, wideKs, silhouettes, calinskiHarabasz, daviesBouldin, stability, silhouettesByChance } = curves
  const asked = (values: Float64Array) => values.filter((_, i) => ks.includes(wideKs[i]!))
  return {
    k,
    reason,
    agreement,
    votes,
    rows,
    ks,
    inertias: asked(curves.inertias),
    silhouettes,
    calinskiHarabasz,
    daviesBouldin,
    gaps: asked(curves.gap.gaps),
    stability,
    silhouettesByChance,
  }
}
