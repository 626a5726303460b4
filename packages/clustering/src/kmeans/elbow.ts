import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { rangeError, run, type DenseInput, type Steps } from '@clientele/core'
import { bestRun, runLimits, withPoints } from './best-run.js'
import { resolveLimits, resolveSeeds, type ElbowOptions } from './kmeans-options.js'
import { checkClusterCount } from '../weighted-points.js'
import { rowsToCluster } from './rows-to-cluster.js'

/** How the inertia falls as clusters are added. */
export interface Elbow {
  /** The numbers of clusters, as given. */
  readonly ks: Int32Array
  /** The lowest inertia that k-means reached with that many clusters. */
  readonly inertias: Float64Array
}

/**
 * The inertia of k-means for several numbers of clusters: the curve whose bend {@link kneedle} looks for.
 *
 * Each inertia is the one {@link kmeans} reaches with the same options. Rows are merged once for all k. Curves of runs
 * that did not come to rest bend in the wrong place: give enough `restarts`, and `tolerance: 0` on small data.
 *
 * O(sum of ks × restarts × iterations × distinct rows × columns) time.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param ks numbers of clusters, each from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError as {@link kmeans} does, and for an empty list; TypeError without a seed
 * @see Thorndike (1953), "Who belongs in the family?", Psychometrika 18
 * @example
 * const { ks, inertias } = elbow(points, [1, 2, 3, 4, 5, 6], { seed: 1 })
 * kneedle(ks, inertias, { curve: 'convex', direction: 'decreasing' })?.knee
 */
export function elbow(points: DenseInput, ks: ArrayLike<number>, options: ElbowOptions): Elbow {
  return run(elbowSteps(localEngine(), points, ks, options))
}

/**
 * {@link elbow} on a pool of workers, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts restarts over all k. When `signal` ends it, the promise rejects with the signal's reason.
 * @example
 * await elbowAsync(points, [1, 2, 3, 4, 5], { seed: 1, onProgress: ({ done, total }) => console.error(done, total) })
 */
export function elbowAsync(
  points: DenseInput,
  ks: ArrayLike<number>,
  options: ElbowOptions & PooledOptions,
): Promise<Elbow> {
  return onPool('elbowAsync', options, (engine) => elbowSteps(engine, points, ks, options))
}

/** {@link elbow} as steps of something larger. */
export function* elbowSteps(
  engine: Engine,
  input: DenseInput,
  counts: ArrayLike<number>,
  options: ElbowOptions,
): Steps<Elbow> {
  const seeds = resolveSeeds('elbow', options)
  const limits = resolveLimits('elbow', options)
  if (!(counts.length > 0)) throw rangeError('elbow', 'ks', 'hold at least one number of clusters', counts)
  const ks = Int32Array.from(counts)
  const points = rowsToCluster('elbow', input, options.weights, Math.max(...ks))
  for (let i = 0; i < counts.length; i++) checkClusterCount('elbow', `ks[${i}]`, counts[i], points)
  const inertias = new Float64Array(ks.length)
  yield* withPoints('elbow', engine, points, function* (placed) {
    for (let i = 0; i < ks.length; i++) {
      const before = i * seeds.restarts
      const progressAt = (done: number) => ({ stage: 'elbow', done: before + done, total: ks.length * seeds.restarts })
      inertias[i] = (yield* bestRun(placed, ks[i]!, seeds, runLimits(points, limits), progressAt)).inertia
    }
  })
  return { ks, inertias }
}
