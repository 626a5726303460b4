import { localEngine } from '@clientele/compute'
import {
  compensatedSum,
  random,
  run,
  runAsync,
  type AsyncOptions,
  type Dense,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { innerKmeans } from '../kmeans/inner-kmeans.js'
import { Pace } from '../pace.js'
import { checkClusterCount, weightedPoints, type WeightedPoints } from '../weighted-points.js'
import { parameterCount } from './components.js'
import { membershipsOf, type MixtureMemberships } from './mixture-memberships.js'
import {
  resolveMixtureOptions,
  type CovarianceShape,
  type GaussianMixtureOptions,
  type ResolvedMixtureOptions,
} from './mixture-options.js'
import { mixtureRows } from './mixture-rows.js'
import { orderComponents } from './order-components.js'
import { runEm, type MixtureRun } from './run-em.js'

/** Rows as a mixture of k normal distributions, and how much each row belongs to each. */
export interface GaussianMixture extends MixtureMemberships {
  /** One row per component, columns as in the points: its mean. */
  readonly centroids: Dense
  /** The shape that was asked for. */
  readonly covariance: CovarianceShape
  /**
   * Covariances of the columns within each component, whatever its shape: of columns i and j in component c,
   * `covariances[(c * columns + i) * columns + j]`, in the squared unit of the points.
   */
  readonly covariances: Float64Array
  /** Component → its share of all weight; they add up to 1. */
  readonly proportions: Float64Array
  /**
   * Component → total weight of the rows (their number without weights), each counted by its membership; above 0, also for
   * a component that is the likeliest of no row.
   */
  readonly sizes: Float64Array
  /** Sum over the rows of weight × natural logarithm of the density. */
  readonly logLikelihood: number
  /** Bayesian information criterion, `parameters × ln(rows) - 2 × logLikelihood`: the lower, the better the mixture. */
  readonly bic: number
  /** Akaike information criterion, `2 × parameters - 2 × logLikelihood`: the lower, the better; asks for less than BIC. */
  readonly aic: number
  /** How many numbers describe the mixture. */
  readonly parameters: number
  /** Rounds of the run that was kept. */
  readonly iterations: number
  /** Whether that run came to rest within `iterations`. */
  readonly converged: boolean
}

/**
 * Describes points as a mixture of k normal distributions (expectation maximization): clusters of different size, shape and
 * direction, to which rows belong by degrees.
 *
 * Each restart begins at a k-means of its own, and the highest likelihood counts. Identical rows are merged first, which
 * changes nothing but the time. Components are numbered by the first row that most likely belongs to them, those that no row
 * most likely belongs to last. To choose k and the shape, take the lowest `bic`.
 *
 * O(restarts × iterations × distinct rows × k × columns²) time, or × columns for diagonal and spherical components; a copy of
 * the distinct rows and 2 × k numbers a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param k number of components, from 1 to the number of distinct rows (of positive weight)
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a `k` that is not an
 * integer or above the number of distinct rows (given), a weight below 0 or none above it, an option out of its range
 * @throws TypeError without a seed
 * @see Dempster, Laird and Rubin (1977), "Maximum Likelihood from Incomplete Data via the EM Algorithm", Journal of the
 * Royal Statistical Society B 39; Fraley and Raftery (2002), "Model-Based Clustering, Discriminant Analysis, and Density
 * Estimation", Journal of the American Statistical Association 97
 * @example
 * const { memberships, bic } = gaussianMixture(points, 3, { seed: 1, covariance: 'tied' })
 */
export function gaussianMixture(points: DenseInput, k: number, options: GaussianMixtureOptions): GaussianMixture {
  return run(mixtureSteps(points, k, options))
}

/**
 * {@link gaussianMixture} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts restarts. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await gaussianMixtureAsync(points, 3, { seed: 1, signal: AbortSignal.timeout(5000) })
 */
export function gaussianMixtureAsync(
  points: DenseInput,
  k: number,
  options: GaussianMixtureOptions & AsyncOptions,
): Promise<GaussianMixture> {
  return runAsync(mixtureSteps(points, k, options), options)
}

function* mixtureSteps(input: DenseInput, k: number, options: GaussianMixtureOptions): Steps<GaussianMixture> {
  const points = weightedPoints('gaussianMixture', input, options?.weights)
  checkClusterCount('gaussianMixture', 'k', k, points)
  const resolved = resolveMixtureOptions(options)
  const pace = new Pace()
  const best = yield* bestEm(points, k, resolved, pace)
  const progress = { stage: 'mixture', done: resolved.restarts, total: resolved.restarts }
  const shares = yield* membershipsOf(points.input, best.components, resolved.covariance, pace, progress)
  yield progress
  return orderComponents({ ...described(best, points, resolved.covariance), ...shares }, options.weights)
}

/** The likeliest of several runs, of equally likely ones the first; run i draws from a stream of its own. */
function* bestEm(points: WeightedPoints, k: number, options: ResolvedMixtureOptions, pace: Pace): Steps<MixtureRun> {
  const rows = mixtureRows(points, options.regularization)
  const stream = random(options.seed).fork('gaussianMixture')
  let best: MixtureRun | undefined
  for (let restart = 0; restart < options.restarts; restart++) {
    const progress = { stage: 'mixture', done: restart, total: options.restarts }
    const start = { seed: stream.fork(restart).next() }
    const { labels } = yield* innerKmeans('gaussianMixture', localEngine(), points, k, start, progress)
    const memberships = new Float64Array(points.rows * k)
    labels.forEach((label, row) => (memberships[row * k + label] = 1))
    const found = yield* runEm(rows, memberships, options, pace, progress)
    if (best === undefined || found.logLikelihood > best.logLikelihood) best = found
    yield { ...progress, done: restart + 1 }
  }
  return best!
}

/** A run in the words of the result. */
function described({ components, ...run }: MixtureRun, { weights }: WeightedPoints, covariance: CovarianceShape) {
  const { columns, proportions, means, covariances } = components
  const parameters = parameterCount(covariance, proportions.length, columns)
  const total = compensatedSum(weights)
  return {
    ...run,
    centroids: { rows: proportions.length, columns, values: means },
    covariance,
    covariances,
    proportions,
    parameters,
    bic: parameters * Math.log(total) - 2 * run.logLikelihood,
    aic: 2 * parameters - 2 * run.logLikelihood,
  }
}
