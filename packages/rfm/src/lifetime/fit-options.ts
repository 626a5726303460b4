import { checkInteger, checkNumber, typeError } from '@clientele/core'

/** How a model is fitted by maximum likelihood. */
export interface FitOptions {
  /**
   * How much the sum of squared parameters counts beside the mean negative log-likelihood, with times counted in the longest age and
   * money in the mean spend; default 0. A little (0.001 to 0.1) holds parameters that the data leave open.
   */
  readonly regularization?: number
  /** How many starting points, the first of which is guessed from the data; the best maximum counts. Default 3. */
  readonly restarts?: number
  /** Draws the other starting points; default 1. Where there is one maximum it does not matter. */
  readonly seed?: string | number
  /** Most rounds from one starting point; default 500. */
  readonly iterations?: number
  /**
   * The fit has converged when no slope of the mean log-likelihood, by the logarithm of a parameter, is farther from 0; default
   * 1e-8.
   */
  readonly tolerance?: number
}

/** How a model is fitted to histories of which some count more than others. */
export interface HistoryFitOptions extends FitOptions {
  /** How many customers each history stands for, at least 0; default 1 each. */
  readonly weights?: ArrayLike<number>
}

/** One search for the maximum. */
export interface FitRun {
  /** The logarithm of the likelihood where the search ended. */
  readonly logLikelihood: number
  /** Rounds. */
  readonly iterations: number
  /** Whether it ended because the slopes vanished. */
  readonly converged: boolean
}

/** How a fit went. */
export interface Fit {
  /** The logarithm of the likelihood at the parameters, without regularization, in the unit of the histories. */
  readonly logLikelihood: number
  /** Customers fitted to, or the sum of their weights. */
  readonly customers: number
  /** The steepest slope that was left, of the mean log-likelihood by the logarithm of a parameter. */
  readonly slope: number
  /** Rounds of the run that was kept. */
  readonly iterations: number
  /** All runs, one for each starting point. */
  readonly runs: readonly FitRun[]
}

/** Options with defaults filled in. */
export type ResolvedFitOptions = Required<FitOptions>

/** Checks options and fills in defaults; throws in the name of `fn`. */
export function resolveFitOptions(fn: string, options: FitOptions): ResolvedFitOptions {
  const { regularization = 0, restarts = 3, seed = 1, iterations = 500, tolerance = 1e-8 } = options
  checkNumber(fn, 'regularization', regularization, { min: 0 })
  checkInteger(fn, 'restarts', restarts, { min: 1 })
  checkInteger(fn, 'iterations', iterations, { min: 1 })
  checkNumber(fn, 'tolerance', tolerance, { min: 0 })
  if (typeof seed !== 'string' && !(typeof seed === 'number' && Number.isFinite(seed))) {
    throw typeError(fn, 'seed', 'be a string or a finite number', seed)
  }
  return { regularization, restarts, seed, iterations, tolerance }
}
