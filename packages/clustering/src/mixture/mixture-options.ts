import { checkInteger, checkNumber, checkOneOf } from '@clientele/core'
import { checkSeed } from '../check-seed.js'

/**
 * What shape the components of a mixture may have: `full` ellipsoids of their own, `tied` ellipsoids of one shape for all,
 * `diagonal` ellipsoids along the columns, or `spherical` balls of their own size.
 */
export type CovarianceShape = 'full' | 'tied' | 'diagonal' | 'spherical'

/** Whether covariances of different columns are 0 in a shape. */
export function isDiagonal(shape: CovarianceShape): boolean {
  return shape === 'diagonal' || shape === 'spherical'
}

/** How {@link gaussianMixture} runs. */
export interface GaussianMixtureOptions {
  /** Any string or finite number; the same seed gives the same mixture everywhere. */
  readonly seed: string | number
  /** The shape of the components; default `'full'`. */
  readonly covariance?: CovarianceShape
  /** How many runs, each from a k-means of its own; default 10. The one of the highest likelihood counts. */
  readonly restarts?: number
  /** Most rounds of one run; default 500. */
  readonly iterations?: number
  /** A run ends once a round changes the mean log-likelihood of a row by at most this; default 1e-6. */
  readonly tolerance?: number
  /**
   * Added to the variances of each component, as a share of the variance of the column over all rows, so that no component
   * shrinks to a point; default 1e-6, at least 1e-12.
   */
  readonly regularization?: number
  /** One number of at least 0 per row, how much it counts; default 1 each. A row of weight 2 is a row given twice. */
  readonly weights?: ArrayLike<number>
}

/** Options, checked and with defaults filled in. */
export type ResolvedMixtureOptions = Required<Omit<GaussianMixtureOptions, 'weights'>>

const SHAPES: readonly CovarianceShape[] = ['full', 'tied', 'diagonal', 'spherical']

/** The options of a mixture; throws in its name. */
export function resolveMixtureOptions(options: GaussianMixtureOptions | undefined): ResolvedMixtureOptions {
  const {
    seed,
    covariance = 'full',
    restarts = 10,
    iterations = 500,
    tolerance = 1e-6,
    regularization = 1e-6,
  } = options ?? ({} as Partial<GaussianMixtureOptions>)
  checkSeed('gaussianMixture', seed)
  checkOneOf('gaussianMixture', 'covariance', covariance, SHAPES)
  checkInteger('gaussianMixture', 'restarts', restarts, { min: 1 })
  checkInteger('gaussianMixture', 'iterations', iterations, { min: 1 })
  checkNumber('gaussianMixture', 'tolerance', tolerance, { min: 0 })
  checkNumber('gaussianMixture', 'regularization', regularization, { min: 1e-12 })
  return { seed, restarts, covariance, iterations, tolerance, regularization }
}
