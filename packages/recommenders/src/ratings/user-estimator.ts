import { transpose, type Csr } from '@clientele/core'
import { comparedRows } from '../neighbours/compared-rows.js'
import { similaritiesToRow } from '../neighbours/similarities-to-row.js'
import { profileOfRow, type Profile } from '../profile.js'
import { residuals, residualsOf } from './baselines.js'
import { centring, type CentreOf } from './centres.js'
import type { Estimator, Voices } from './estimates.js'
import { levelsFor, type RatingBasis } from './rating-basis.js'
import { ratingComparison, type RatingKnnOptions } from './rating-options.js'
import { remembered } from './remembered.js'

/** Estimates by what similar customers say, and how similar they are. */
export interface UserEstimator extends Estimator {
  /** How similar each customer's ratings are to a history, by position; 0 for those who are no neighbours. */
  readonly similaritiesOf: (profile: Profile) => Float64Array
}

/**
 * Estimates somebody's ratings from those of customers like them.
 *
 * O(cells) to be made ready, and memory for the ratings four times. How similar all customers are to one is worked out when they are
 * first asked for, in time of the ratings of the products in their history, and remembered.
 */
export function userEstimator(basis: RatingBasis, options: Required<RatingKnnOptions>): UserEstimator {
  const { matrix, normalize, baselines } = basis
  const centreOf = centring(normalize, matrix)
  const residual = baselines && residualsOf(matrix, baselines)
  const deviations = transpose(normalize === 'baseline' ? residual! : centred(matrix, centreOf))
  const similaritiesOf = similarities(matrix, residual, basis, options)
  return {
    most: matrix.rows,
    neighbors: options.neighbors,
    minNeighbors: options.minNeighbors,
    similaritiesOf,
    prepare(profile) {
      const toAll = similaritiesOf(profile)
      const { mean, spread } = centreOf(profile.values)
      return {
        levelOf: levelsFor(basis, profile, () => ({ everybody: 0, customer: mean, product: 0 })),
        scaleOf: () => spread,
        collect: (product, into) => collectRow(deviations, product, toAll, into),
      }
    },
  }
}

function similarities(
  matrix: Csr,
  residual: Csr | undefined,
  { baselines }: RatingBasis,
  options: Required<RatingKnnOptions>,
): UserEstimator['similaritiesOf'] {
  const { comparison, limits } = ratingComparison(options)
  const ofResiduals = options.similarity === 'pearsonBaseline'
  const compared = comparedRows(ofResiduals ? residual! : matrix, comparison, limits)
  const remember = remembered(matrix.rows)
  return (profile) =>
    remember(profile.row, () => similaritiesToRow(compared, ofResiduals ? residuals(profile, baselines!) : profile))
}

/** Ratings less the means of their rows, in their spreads. */
function centred(matrix: Csr, centreOf: CentreOf): Csr {
  const values = new Float64Array(matrix.values.length)
  for (let row = 0; row < matrix.rows; row++) {
    const ratings = profileOfRow(matrix, row).values
    const { mean, spread } = centreOf(ratings)
    for (let i = 0; i < ratings.length; i++) values[matrix.offsets[row]! + i] = (ratings[i]! - mean) / spread
  }
  return { ...matrix, values }
}

/** Those of a product's customers who are neighbours, and what they say. */
function collectRow(deviations: Csr, product: number, similarities: Float64Array, into: Voices): number {
  const { offsets, indices, values } = deviations
  let count = 0
  for (let cell = offsets[product]!; cell < offsets[product + 1]!; cell++) {
    const similarity = similarities[indices[cell]!]!
    if (similarity === 0) continue
    into.rows[count] = indices[cell]!
    into.weights[count] = similarity
    into.deviations[count] = values[cell]!
    count++
  }
  return count
}
