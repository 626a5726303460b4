import {
  checkAllFinite,
  checkInteger,
  checkLength,
  checkList,
  checkNonNegative,
  checkOneOf,
  rangeError,
} from '@clientele/core'
import { gradedNdcg } from './graded-ndcg.js'
import { tieGroups } from './tie-groups.js'

/**
 * Area under the ROC curve of scores: the probability that a relevant product scores higher than another one, where equal scores
 * count half.
 *
 * O(n log n).
 * @param relevant 1 for a relevant product and 0 for another, in any order
 * @param scores one per product, higher is better
 * @returns a number in [0, 1]; `undefined` when all products are relevant or none is
 * @throws RangeError when lengths differ, `relevant` holds anything but 0 and 1, or a score is not finite
 * @see Hanley and McNeil (1982), "The Meaning and Use of the Area under a ROC Curve", Radiology 143
 * @example aucOfScores([1, 0, 0], [0.5, 0.5, 0.1]) // 0.75
 */
export function aucOfScores(relevant: ArrayLike<number>, scores: ArrayLike<number>): number | undefined {
  const groups = relevantByScore('aucOfScores', relevant, scores)
  let ordered = 0
  let found = 0
  let others = 0
  for (const { hits, misses } of groups) {
    ordered += misses * (found + hits / 2)
    found += hits
    others += misses
  }
  return found === 0 || others === 0 ? undefined : ordered / (found * others)
}

/**
 * Average precision of scores: precision at every distinct score, weighed by the share of the relevant products that come with it.
 * Products with equal scores come together, so that their order decides nothing.
 *
 * O(n log n).
 * @param relevant 1 for a relevant product and 0 for another, in any order
 * @param scores one per product, higher is better
 * @returns a number in [0, 1]; `undefined` when no product is relevant
 * @throws RangeError when lengths differ, `relevant` holds anything but 0 and 1, or a score is not finite
 * @see Manning, Raghavan, Schütze (2008), "Introduction to Information Retrieval", section 8.4
 * @example averagePrecisionOfScores([1, 0, 0], [0.5, 0.5, 0.1]) // 0.5
 */
export function averagePrecisionOfScores(relevant: ArrayLike<number>, scores: ArrayLike<number>): number | undefined {
  let sum = 0
  let found = 0
  let places = 0
  for (const { hits, misses } of relevantByScore('averagePrecisionOfScores', relevant, scores)) {
    found += hits
    places += hits + misses
    sum += (hits * found) / places
  }
  return found === 0 ? undefined : sum / found
}

/** How gains of products with scores are added up. */
export interface ScoredNdcgOptions {
  /** How many places count, at least 1; default all. */
  readonly k?: number
  /**
   * `'average'` (default): products with equal scores share the places that they take, as over all their orders. `'inOrder'`: they rank
   * in the order given.
   */
  readonly ties?: 'average' | 'inOrder'
}

/**
 * Normalized discounted cumulative gain of scores: each product's gain divided by log2(rank + 1), and the sum divided by that of the
 * best order. Equal scores are no luck: their products share the places that they take.
 *
 * O(n log n).
 * @param gains one per product, at least 0, in any order
 * @param scores one per product, higher is better
 * @returns a number in [0, 1]; `undefined` when nothing gains anything
 * @throws RangeError when lengths differ, a gain is negative, a number is not finite, or `k` is not a positive integer
 * @see McSherry and Najork (2008), "Computing Information Retrieval Performance Measures Efficiently in the Presence of Tied Scores",
 *   ECIR
 * @example ndcgOfScores([1, 0], [0.5, 0.5]) // 0.815, between 1 and 0.631
 */
export function ndcgOfScores(
  gains: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: ScoredNdcgOptions = {},
): number | undefined {
  checkNonNegative('ndcgOfScores', 'gains', gains)
  const { k = Math.max(1, gains.length), ties = 'average' } = options
  checkInteger('ndcgOfScores', 'k', k, { min: 1 })
  checkOneOf('ndcgOfScores', 'ties', ties, ['average', 'inOrder'])
  checkScores('ndcgOfScores', scores, gains.length)
  const { order, ends } = tieGroups(scores)
  const ranked = Float64Array.from(order, (product) => gains[product]!)
  if (ranked.every((gain) => gain === 0)) return undefined
  if (ties === 'average') averageWithin(ranked, ends)
  return gradedNdcg(ranked, { k, ideal: gains })
}

/** Gives every place of a group the group's mean. */
function averageWithin(values: Float64Array, ends: Int32Array): void {
  let start = 0
  for (const end of ends) {
    const group = values.subarray(start, end)
    group.fill(group.reduce((sum, value) => sum + value, 0) / group.length)
    start = end
  }
}

/** How many products of each distinct score are relevant, and how many are not; the highest score first. */
function relevantByScore(fn: string, relevant: ArrayLike<number>, scores: ArrayLike<number>) {
  checkList(fn, 'relevant', relevant)
  checkScores(fn, scores, relevant.length)
  const { order, ends } = tieGroups(scores)
  for (let i = 0; i < relevant.length; i++) {
    if (relevant[i] !== 0 && relevant[i] !== 1) throw rangeError(fn, `relevant[${i}]`, 'be 0 or 1', relevant[i])
  }
  return Array.from(ends, (end, group) => {
    const own = order.subarray(group === 0 ? 0 : ends[group - 1], end)
    const hits = own.reduce((sum, product) => sum + relevant[product]!, 0)
    return { hits, misses: own.length - hits }
  })
}

function checkScores(fn: string, scores: ArrayLike<number>, length: number): void {
  checkLength(fn, 'scores', scores, length, 'product')
  checkAllFinite(fn, 'scores', scores)
}
