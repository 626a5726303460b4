import { random, type Progress, type Steps } from '@clientele/core'
import { ConvergenceError } from './convergence-error.js'
import type { Fit, FitRun, ResolvedFitOptions } from './fit-options.js'
import { minimize, type Minimum } from './minimize.js'
import type { Objective } from './search-line.js'

/** A likelihood to be maximized, as the mean over customers, in scaled parameters above 0. */
export interface FitProblem {
  /** Names of the parameters. */
  readonly names: readonly string[]
  /** What each scaled parameter is multiplied by in the end. */
  readonly scales: readonly number[]
  /** Scaled parameters to start from. */
  readonly start: readonly number[]
  /** Customers, or the sum of their weights. */
  readonly customers: number
  /** Writes the derivatives by the scaled parameters into `slopes` and returns the mean log-likelihood; yields `progress`. */
  readonly meanLikelihood: (parameters: Float64Array, slopes: Float64Array, progress: Progress) => Steps<number>
  /** What scaling takes from the logarithm of the likelihood of all. */
  readonly scaling: number
}

/** The parameters of the highest likelihood, by name, and how the fit went. */
export interface BestFit {
  readonly parameters: Readonly<Record<string, number>>
  readonly fit: Fit
}

/** How far a parameter may go from 1, as a logarithm; beyond, the data do not say how far. */
const REACH = 12

/** Values of two runs that differ less are the same maximum. */
const SAME = 1e-9

/**
 * Maximum likelihood in the logarithms of the parameters, from several starting points.
 *
 * @throws ConvergenceError when the best run did not converge
 */
export function* bestFit(fn: string, problem: FitProblem, options: ResolvedFitOptions): Steps<BestFit> {
  const stream = random(options.seed).fork(fn)
  const found: Minimum[] = []
  for (let restart = 0; restart < options.restarts; restart++) {
    const { normal } = stream.fork(restart)
    const start = Float64Array.from(problem.start, (value) => Math.log(value) + (restart === 0 ? 0 : normal()))
    const progress = { stage: fn, done: restart, total: options.restarts }
    // What one run has learned of the curvature saves the next one half its rounds.
    const learned = found.find(({ ended }) => ended === 'converged')?.inverse
    const objective = penalized(problem, options.regularization, progress)
    found.push(yield* minimize(objective, start, { ...options, reach: REACH }, learned))
    yield { ...progress, done: restart + 1 }
  }
  const best = found.reduce((kept, run) => (isBetter(run, kept) ? run : kept))
  const parameters = Object.fromEntries(
    problem.names.map((name, i) => [name, Math.exp(best.point[i]!) * problem.scales[i]!]),
  )
  const logLikelihood = likelihoodOf(best, problem, options.regularization)
  if (best.ended !== 'converged') throw new ConvergenceError(fn, reasonOf(best, problem), parameters, logLikelihood)
  const runs = found.map((run): FitRun => ({
    logLikelihood: likelihoodOf(run, problem, options.regularization),
    iterations: run.iterations,
    converged: run.ended === 'converged',
  }))
  const { customers } = problem
  return { parameters, fit: { logLikelihood, customers, slope: steepest(best), iterations: best.iterations, runs } }
}

/** Minus the mean log-likelihood plus the penalty, by the logarithms of the parameters. */
function penalized({ meanLikelihood }: FitProblem, regularization: number, progress: Progress): Objective {
  return function* (point, gradient) {
    const parameters = point.map(Math.exp)
    const value = yield* meanLikelihood(parameters, gradient, progress)
    parameters.forEach((parameter, i) => {
      gradient[i] = -gradient[i]! * parameter + 2 * regularization * parameter * parameter
    })
    return penaltyOf(point, regularization) - value
  }
}

function penaltyOf(point: Float64Array, regularization: number): number {
  return point.reduce((sum, log) => sum + regularization * Math.exp(2 * log), 0)
}

function likelihoodOf({ point, value }: Minimum, { customers, scaling }: FitProblem, regularization: number): number {
  return (penaltyOf(point, regularization) - value) * customers - scaling
}

/** Of runs with the same value the one that converged counts, and then the first. */
function isBetter(run: Minimum, kept: Minimum): boolean {
  if (Math.abs(run.value - kept.value) <= SAME) return run.ended === 'converged' && kept.ended !== 'converged'
  return run.value < kept.value || Number.isNaN(kept.value)
}

function reasonOf(best: Minimum, { names }: FitProblem): string {
  if (best.ended === 'iterations')
    return `a slope of ${steepest(best).toPrecision(2)} after ${best.iterations} iterations`
  if (best.ended === 'stuck') return `no way up from a slope of ${steepest(best).toPrecision(2)}`
  const far = best.point.findIndex((log) => Math.abs(log) > REACH)
  return `${names[far]} that runs to ${best.point[far]! > 0 ? 'infinity' : '0'}`
}

function steepest({ gradient }: Minimum): number {
  return gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0)
}
