import { transpose, type Csr } from '@clientele/core'
import type { Profile } from '../profile.js'
import { residuals } from './baselines.js'
import { centresOf, centring } from './centres.js'
import type { Estimator } from './estimates.js'
import { collectFrom } from './history-voices.js'
import { levelsFor, type RatingBasis } from './rating-basis.js'

/** How many neighbours are heard. */
interface Hearing {
  readonly neighbors: number
  readonly minNeighbors: number
}

/**
 * Estimates somebody's ratings from those that they gave to similar products. O(cells) to be made ready.
 * @param neighbours products × products, similarities above 0
 */
export function itemEstimator(basis: RatingBasis, neighbours: Csr, { neighbors, minNeighbors }: Hearing): Estimator {
  const { matrix, normalize, baselines } = basis
  const centres = centresOf(transpose(matrix), centring(normalize, matrix))
  const deviationsOf = (profile: Profile) => {
    if (normalize === 'baseline') return residuals(profile, baselines!).values
    return profile.values.map((value, i) => {
      const { mean, spread } = centres[profile.items[i]!]!
      return (value - mean) / spread
    })
  }
  return {
    most: matrix.columns,
    neighbors,
    minNeighbors,
    prepare(profile, all) {
      const deviations = deviationsOf(profile)
      const deviationOf = (_: number, place: number) => deviations[place]!
      const voices = { rows: neighbours, self: 1, weightOf: (similarity: number) => similarity, deviationOf }
      return {
        levelOf: levelsFor(basis, profile, (product) => ({
          everybody: 0,
          customer: 0,
          product: centres[product]!.mean,
        })),
        scaleOf: (product) => centres[product]!.spread,
        collect: collectFrom(profile, voices, all),
      }
    },
  }
}
