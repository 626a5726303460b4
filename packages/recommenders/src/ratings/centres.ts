import type { Csr } from '@clientele/core'
import { profileOfRow } from '../profile.js'
import { meanOf } from './baselines.js'
import type { RatingNormalization } from './rating-options.js'

/** Where somebody's (or a product's) ratings lie, and how far they are spread. */
export interface Centre {
  readonly mean: number
  /** Above 0. */
  readonly spread: number
}

/** The centre of one list of ratings, by the same rule as those of a model's own. */
export type CentreOf = (ratings: Float64Array) => Centre

/** A spread below this share of the mean is rounding. */
const ROUNDING = 1e-12

/**
 * The rule by which ratings are centred: `'none'` leaves them, `'mean'` takes their mean, `'zScore'` their standard deviation too,
 * for which that of all ratings steps in where they are all the same (and 1 where those are).
 */
export function centring(normalize: RatingNormalization, { values: all }: Csr): CentreOf {
  const whole = normalize === 'zScore' ? spreadOf(all, meanOf(all)) || 1 : 1
  return (ratings) => {
    if (normalize !== 'mean' && normalize !== 'zScore') return { mean: 0, spread: 1 }
    const mean = meanOf(ratings)
    return { mean, spread: normalize === 'zScore' ? spreadOf(ratings, mean) || whole : 1 }
  }
}

/** The centres of all rows of a matrix. O(cells). */
export function centresOf(matrix: Csr, centreOf: CentreOf): Centre[] {
  return Array.from({ length: matrix.rows }, (_, row) => centreOf(profileOfRow(matrix, row).values))
}

/** The standard deviation, exactly 0 where all are the same. */
function spreadOf(ratings: Float64Array, mean: number): number {
  let sum = 0
  for (const rating of ratings) sum += (rating - mean) * (rating - mean)
  const spread = Math.sqrt(sum / Math.max(1, ratings.length))
  return spread <= ROUNDING * Math.abs(mean) ? 0 : spread
}
