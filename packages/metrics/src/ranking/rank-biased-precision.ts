import { checkNumber, rangeError } from '@clientele/core'
import { countHits, type CutOff } from './count-hits.js'

/** The cut-off, and how patient the reader of the list is. */
export interface RankBiasedPrecisionOptions extends CutOff {
  /** Probability that a reader who saw a place goes on to the next, in (0, 1); default 0.8. */
  readonly persistence?: number
}

/**
 * Rank-biased precision at k: what share of the products a reader sees are hits, when from each place they go on to the
 * next with probability `persistence` and otherwise stop.
 *
 * (1 - p) × the sum of p^place over the hits, places counted from 0. O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1); a list of k hits reaches 1 - p^k
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or `persistence` is not in (0, 1)
 * @see Moffat and Zobel (2008), "Rank-Biased Precision for Measurement of Retrieval Effectiveness", ACM TOIS 27
 * @example rankBiasedPrecision([1, 0, 1], { k: 10, persistence: 0.5 }) // 0.5 × (1 + 0.25) = 0.625
 */
export function rankBiasedPrecision(
  hits: ArrayLike<number>,
  { k, persistence = 0.8 }: RankBiasedPrecisionOptions,
): number {
  checkPersistence('rankBiasedPrecision', persistence)
  countHits('rankBiasedPrecision', hits, k)
  let seen = 1 - persistence
  let sum = 0
  for (let place = 0; place < Math.min(k, hits.length); place++) {
    sum += seen * hits[place]!
    seen *= persistence
  }
  return sum
}

/** Throws unless a persistence lies strictly between 0 and 1. */
export function checkPersistence(fn: string, persistence: unknown): void {
  checkNumber(fn, 'persistence', persistence)
  if (!(persistence > 0 && persistence < 1)) throw rangeError(fn, 'persistence', 'be between 0 and 1', persistence)
}
