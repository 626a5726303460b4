import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import type { Components } from './components.js'
import { densityOf } from './density.js'
import { expectation } from './expectation.js'
import { maximization } from './maximization.js'
import type { ResolvedMixtureOptions } from './mixture-options.js'
import type { MixtureRows } from './mixture-rows.js'

/** Where a run of EM came to rest. */
export interface MixtureRun {
  readonly components: Components
  readonly logLikelihood: number
  readonly iterations: number
  /** Whether the likelihood changed by no more than the tolerance. */
  readonly converged: boolean
}

/**
 * Expectation maximization from given memberships, which it overwrites: components from memberships, memberships from
 * components, until the likelihood rests. It never falls, but for what the regularization takes.
 *
 * O(rows × k × columns²) time per iteration, or × columns for diagonal and spherical components.
 * @see Dempster, Laird and Rubin (1977), "Maximum Likelihood from Incomplete Data via the EM Algorithm", Journal of the
 * Royal Statistical Society B 39
 */
export function* runEm(
  points: MixtureRows,
  memberships: Float64Array,
  { covariance, iterations, tolerance }: Pick<ResolvedMixtureOptions, 'covariance' | 'iterations' | 'tolerance'>,
  pace: Pace,
  progress: Progress,
): Steps<MixtureRun> {
  const total = points.weights.reduce((sum, weight) => sum + weight, 0)
  let components: Components | undefined
  let logLikelihood = -Infinity
  for (let iteration = 1; ; iteration++) {
    components = yield* maximization(points, memberships, covariance, components, pace, progress)
    const density = densityOf(components, covariance)
    const likelihood = yield* expectation(density, points.values, points.weights, memberships, pace, progress)
    const converged = Math.abs(likelihood - logLikelihood) <= tolerance * total
    logLikelihood = likelihood
    if (converged || iteration === iterations) return { components, logLikelihood, iterations: iteration, converged }
  }
}
