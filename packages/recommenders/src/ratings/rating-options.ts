import { checkInteger, checkNumber, checkOneOf, rangeError } from '@clientele/core'
import { KIND } from '../kernels/similarity.js'
import type { Limits } from '../neighbours/compared-rows.js'
import type { Comparison } from '../neighbours/comparison.js'
import { shifted } from '../neighbours/weigh.js'
import { resolveBaselines, type BaselineOptions } from './baselines.js'

/**
 * How alike the ratings of two products (or two customers) are, over those that both have:
 *
 * - `'commonCosine'`: Σxy ÷ √(Σx² Σy²)
 * - `'meanSquaredDifference'`: 1 ÷ (1 + Σ(x - y)² ÷ count)
 * - `'pearson'`: the correlation of x and y
 * - `'pearsonBaseline'`: Σxy ÷ √(Σx² Σy²) of what remains of x and y when baselines are taken out, times
 *   (count - 1) ÷ (count - 1 + shrinkage); 0 where only one has both
 */
export type RatingSimilarity = 'commonCosine' | 'meanSquaredDifference' | 'pearson' | 'pearsonBaseline'

/**
 * What neighbours' ratings are compared with before they are averaged, and what the average is added to:
 *
 * - `'none'`: nothing; the plain weighted average
 * - `'mean'`: the mean of each neighbour's ratings
 * - `'zScore'`: the same, in standard deviations of those ratings
 * - `'baseline'`: what the mean of all, the customer's bias and the product's bias let expect
 */
export type RatingNormalization = 'none' | 'mean' | 'zScore' | 'baseline'

/** How ratings are estimated from those of neighbours. */
export interface RatingKnnOptions extends BaselineOptions {
  /** How many neighbours are heard at most, at least 1: those most similar among those who know the product; default 40. */
  readonly neighbors?: number
  /** With fewer neighbours none is heard, and the estimate is what is expected without them; at least 1, the default. */
  readonly minNeighbors?: number
  /** Default `'baseline'`. */
  readonly normalize?: RatingNormalization
  /** Default `'pearsonBaseline'`. */
  readonly similarity?: RatingSimilarity
  /** Two that have fewer ratings in common are no neighbours; at least 1, the default. */
  readonly minSupport?: number
  /** With `'pearsonBaseline'` only: distrust of similarities that rest on few ratings, at least 0; default 100. */
  readonly shrinkage?: number
}

const SIMILARITIES: readonly RatingSimilarity[] = [
  'commonCosine',
  'meanSquaredDifference',
  'pearson',
  'pearsonBaseline',
]
const NORMALIZATIONS: readonly RatingNormalization[] = ['none', 'mean', 'zScore', 'baseline']

/**
 * Options with their defaults.
 * @param fn the calling function, named in errors
 * @throws RangeError or TypeError when one is not as {@link RatingKnnOptions} says
 */
export function resolveRatingKnn(fn: string, options: RatingKnnOptions): Required<RatingKnnOptions> {
  const { neighbors = 40, minNeighbors = 1, minSupport = 1, shrinkage = 100 } = options
  const { normalize = 'baseline', similarity = 'pearsonBaseline' } = options
  checkInteger(fn, 'neighbors', neighbors, { min: 1 })
  checkInteger(fn, 'minNeighbors', minNeighbors, { min: 1 })
  checkOneOf(fn, 'normalize', normalize, NORMALIZATIONS)
  checkOneOf(fn, 'similarity', similarity, SIMILARITIES)
  checkInteger(fn, 'minSupport', minSupport, { min: 1 })
  checkNumber(fn, 'shrinkage', shrinkage, { min: 0 })
  if (similarity !== 'pearsonBaseline' && options.shrinkage !== undefined) {
    throw rangeError(fn, 'shrinkage', `be left out when similarity is "${similarity}"`, options.shrinkage)
  }
  const baselines = resolveBaselines(fn, options)
  for (const name of ['customerRegularization', 'productRegularization', 'epochs'] as const) {
    if (normalize !== 'baseline' && similarity !== 'pearsonBaseline' && options[name] !== undefined) {
      throw rangeError(fn, name, 'be left out when there are no baselines to learn', options[name])
    }
  }
  return { neighbors, minNeighbors, normalize, similarity, minSupport, shrinkage, ...baselines }
}

/** Options as they can be given again, for a file: {@link resolveRatingKnn} is the way back. */
export function givenRatingKnn(options: Required<RatingKnnOptions>): RatingKnnOptions {
  const { neighbors, minNeighbors, normalize, similarity, minSupport, shrinkage, ...baselines } = options
  const given = { neighbors, minNeighbors, normalize, similarity, minSupport }
  const withShrinkage = similarity === 'pearsonBaseline' ? { ...given, shrinkage } : given
  return needsBaselines(options) ? { ...withShrinkage, ...baselines } : withShrinkage
}

/** Whether baselines are to be learned. */
export function needsBaselines({ normalize, similarity }: Required<RatingKnnOptions>): boolean {
  return normalize === 'baseline' || similarity === 'pearsonBaseline'
}

/** How rows of ratings (of residuals, with `'pearsonBaseline'`) are compared, and which similarities count; all that do are kept. */
export function ratingComparison({ similarity, minSupport, shrinkage }: Required<RatingKnnOptions>): {
  readonly comparison: Comparison
  readonly limits: Limits
} {
  const limits = { neighbors: Number.MAX_SAFE_INTEGER, minSupport, shrinkage: 0 }
  switch (similarity) {
    case 'commonCosine':
      return { comparison: { kind: KIND.commonCosine }, limits }
    case 'meanSquaredDifference':
      return { comparison: { kind: KIND.meanSquaredDifference }, limits }
    case 'pearson':
      return { comparison: { weigh: shifted, kind: KIND.pearson }, limits }
    case 'pearsonBaseline': {
      const atLeastTwo = Math.max(2, minSupport)
      return { comparison: { kind: KIND.residualCosine }, limits: { ...limits, minSupport: atLeastTwo, shrinkage } }
    }
  }
}
