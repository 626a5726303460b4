import type { Csr } from '@clientele/core'
import type { Profile } from '../profile.js'
import { customerBias, meanOf, type Baselines } from './baselines.js'
import type { Estimates, Level } from './estimates.js'
import type { RatingNormalization } from './rating-options.js'

/** Ratings, and what estimates begin with. */
export interface RatingBasis {
  readonly matrix: Csr
  readonly normalize: RatingNormalization
  /** The mean of all ratings. */
  readonly mean: number
  /** How many ratings each product has. */
  readonly counts: Int32Array
  /** Where they were learned. */
  readonly baselines?: Baselines
}

/** O(cells). */
export function ratingBasis(matrix: Csr, normalize: RatingNormalization, baselines?: Baselines): RatingBasis {
  const counts = new Int32Array(matrix.columns)
  for (const product of matrix.indices) counts[product]!++
  return { matrix, normalize, mean: meanOf(matrix.values), counts, ...(baselines && { baselines }) }
}

/**
 * The levels for one history: baselines, or what is the compared side's own. Where nothing is known of the product or the customer,
 * and where a plain average has nobody to be taken of, the mean of all ratings.
 * @param own the level of a product that has ratings
 */
export function levelsFor(
  { normalize, mean, counts, baselines }: RatingBasis,
  profile: Profile,
  own: (product: number) => Level,
): Estimates['levelOf'] {
  if (baselines !== undefined && normalize === 'baseline') {
    const customer = customerBias(profile, baselines)
    return (product) => ({ everybody: mean, customer, product: baselines.products[product]! })
  }
  const nothing = { everybody: mean, customer: 0, product: 0 }
  return (product, heard) => {
    const unknown = profile.items.length === 0 || counts[product] === 0
    return unknown || (normalize === 'none' && !heard) ? nothing : own(product)
  }
}
