import { checkOneOf } from '@clientele/core'
import { checkLabelPair, contingency, type Contingency } from './contingency.js'

/** How well two clusterings of the same rows agree, in the usual measures. What each row is called plays no part. */
export interface LabelAgreement {
  /** See {@link adjustedRand}. */
  readonly adjustedRand: number
  /** See {@link normalizedMutualInformation}, by the arithmetic mean. */
  readonly normalizedMutualInformation: number
  /** See {@link homogeneity}. */
  readonly homogeneity: number
  /** See {@link completeness}. */
  readonly completeness: number
  /** See {@link vMeasure}. */
  readonly vMeasure: number
}

/** How {@link normalizedMutualInformation} divides. */
export interface MutualInformationOptions {
  /** The mean of both entropies that divides: `'arithmetic'` (default), `'geometric'`, `'min'` or `'max'`. */
  readonly average?: 'arithmetic' | 'geometric' | 'min' | 'max'
}

type Average = NonNullable<MutualInformationOptions['average']>

const means: Record<Average, (a: number, b: number) => number> = {
  arithmetic: (a: number, b: number) => (a + b) / 2,
  geometric: (a: number, b: number) => Math.sqrt(a * b),
  min: Math.min,
  max: Math.max,
}

/**
 * Compares two clusterings of the same rows by all measures of this file, counting once.
 *
 * Only `homogeneity` and `completeness` tell which of the two is the truth; exchanged, they exchange their values.
 *
 * O(rows + clusters log clusters) time, about 60 bytes a row of memory.
 *
 * @param truth the cluster of each row in the grouping to compare with: any integers
 * @param found the cluster of each row in the other grouping
 * @throws RangeError for lists of different length, no rows, or a label that is not an integer (named)
 * @example
 * compareLabels([0, 0, 1, 1], [5, 5, 7, 8])
 * // adjustedRand 0.57, normalizedMutualInformation 0.8, homogeneity 1, completeness 0.67, vMeasure 0.8
 */
export function compareLabels(truth: ArrayLike<number>, found: ArrayLike<number>): LabelAgreement {
  const pairs = pairsOf('compareLabels', truth, found)
  return {
    adjustedRand: adjustedRandOf(pairs),
    normalizedMutualInformation: normalizedOf(informationOf(pairs), 'arithmetic'),
    ...vMeasuresOf(informationOf(pairs)),
  }
}

/**
 * The adjusted Rand index: how many pairs of rows two clusterings treat alike, above what chance would give.
 *
 * 1 when the groupings are the same, about 0 when they have nothing to do with one another, down to -0.5. Two groupings
 * that both keep all rows together, or all apart, are the same.
 *
 * @throws RangeError as {@link compareLabels} does
 * @see Hubert and Arabie (1985), "Comparing partitions", Journal of Classification 2
 * @example adjustedRand([0, 0, 1, 1], [0, 0, 1, 2]) // 0.571…
 */
export function adjustedRand(truth: ArrayLike<number>, found: ArrayLike<number>): number {
  return adjustedRandOf(pairsOf('adjustedRand', truth, found))
}

/**
 * Normalised mutual information: how much of what one clustering says is known from the other, from 0 to 1.
 *
 * Not adjusted for chance: unrelated groupings into many small clusters score well above 0. Two groupings of one cluster
 * each agree fully.
 *
 * @throws RangeError as {@link compareLabels} does, and for another `average`
 * @see Strehl and Ghosh (2002), "Cluster ensembles", Journal of Machine Learning Research 3
 * @example normalizedMutualInformation([0, 0, 1, 1], [0, 0, 1, 2]) // 0.8
 */
export function normalizedMutualInformation(
  truth: ArrayLike<number>,
  found: ArrayLike<number>,
  options: MutualInformationOptions = {},
): number {
  const fn = 'normalizedMutualInformation'
  const { average = 'arithmetic' } = options
  checkOneOf(fn, 'average', average, Object.keys(means) as Average[])
  return normalizedOf(informationOf(pairsOf(fn, truth, found)), average)
}

/**
 * Whether each found cluster holds rows of one true cluster alone: 1 when it does, 0 when it tells nothing.
 *
 * The share of the entropy of `truth` that is gone once `found` is known; 1 when `truth` is a single cluster.
 *
 * @throws RangeError as {@link compareLabels} does
 * @see Rosenberg and Hirschberg (2007), "V-Measure", EMNLP-CoNLL
 * @example homogeneity([0, 0, 1, 1], [0, 0, 1, 2]) // 1
 */
export function homogeneity(truth: ArrayLike<number>, found: ArrayLike<number>): number {
  return vMeasuresOf(informationOf(pairsOf('homogeneity', truth, found))).homogeneity
}

/**
 * Whether all rows of a true cluster lie in one found cluster: {@link homogeneity} the other way round.
 *
 * @throws RangeError as {@link compareLabels} does
 * @see Rosenberg and Hirschberg (2007), "V-Measure", EMNLP-CoNLL
 * @example completeness([0, 0, 1, 1], [0, 0, 1, 2]) // 0.667: the second cluster is torn apart
 */
export function completeness(truth: ArrayLike<number>, found: ArrayLike<number>): number {
  return vMeasuresOf(informationOf(pairsOf('completeness', truth, found))).completeness
}

/**
 * The harmonic mean of {@link homogeneity} and {@link completeness}; 0 when both are.
 *
 * @throws RangeError as {@link compareLabels} does
 * @see Rosenberg and Hirschberg (2007), "V-Measure", EMNLP-CoNLL
 * @example vMeasure([0, 0, 1, 1], [0, 0, 1, 2]) // 0.8
 */
export function vMeasure(truth: ArrayLike<number>, found: ArrayLike<number>): number {
  return vMeasuresOf(informationOf(pairsOf('vMeasure', truth, found))).vMeasure
}

function pairsOf(fn: string, truth: ArrayLike<number>, found: ArrayLike<number>): Contingency {
  checkLabelPair(fn, ['truth', truth], ['found', found])
  return contingency(truth, found)
}

/** Of ordered pairs of rows: both together, both apart, and the two ways to differ. */
function adjustedRandOf({ rows, counts, firstSizes, secondSizes }: Contingency): number {
  const squares = sumOfSquares(counts)
  const together = squares - rows
  const onlyTruth = sumOfSquares(firstSizes) - squares
  const onlyFound = sumOfSquares(secondSizes) - squares
  if (onlyTruth === 0 && onlyFound === 0) return 1
  const apart = rows * rows - squares - onlyTruth - onlyFound
  const above = 2 * (together * apart - onlyTruth * onlyFound)
  return above / ((together + onlyTruth) * (onlyTruth + apart) + (together + onlyFound) * (onlyFound + apart))
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0)
}

/** In nats. */
interface Information {
  readonly mutual: number
  readonly ofTruth: number
  readonly ofFound: number
}

function informationOf({ rows, first, second, counts, firstSizes, secondSizes }: Contingency): Information {
  const mutual = sumOf(
    counts.map((count, pair) => {
      const byChance = firstSizes[first[pair]!]! * secondSizes[second[pair]!]!
      return (count / rows) * Math.log((count * rows) / byChance)
    }),
  )
  // What is left of unrelated groupings by rounding is nothing.
  const known = mutual > Number.EPSILON ? mutual : 0
  return { mutual: known, ofTruth: entropy(firstSizes, rows), ofFound: entropy(secondSizes, rows) }
}

function entropy(sizes: Float64Array, rows: number): number {
  return sumOf(sizes.map((size) => (size / rows) * Math.log(rows / size)))
}

/** Adds in ascending order, so that the sum does not depend on what clusters are called. */
function sumOf(terms: Float64Array): number {
  return terms.sort().reduce((sum, term) => sum + term, 0)
}

function normalizedOf({ mutual, ofTruth, ofFound }: Information, average: Average): number {
  if (ofTruth === 0 && ofFound === 0) return 1
  return mutual === 0 ? 0 : Math.min(1, mutual / means[average](ofTruth, ofFound))
}

function vMeasuresOf({ mutual, ofTruth, ofFound }: Information) {
  const homogeneity = ofTruth === 0 ? 1 : Math.min(1, mutual / ofTruth)
  const completeness = ofFound === 0 ? 1 : Math.min(1, mutual / ofFound)
  const sum = homogeneity + completeness
  return { homogeneity, completeness, vMeasure: sum === 0 ? 0 : (2 * homogeneity * completeness) / sum }
}
