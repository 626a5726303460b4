import { countHits, type CutOff } from './count-hits.js'

/**
 * Precision at k: the share of the k places that are hits. A list shorter than k is not forgiven: the divisor stays k.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a share in [0, 1]
 * @throws RangeError when a hit is neither 0 nor 1, or `k` is not a positive integer
 * @see Manning, Raghavan, Schütze (2008), "Introduction to Information Retrieval", section 8.4
 * @example precision([1, 0, 1], { k: 10 }) // 0.2
 */
export function precision(hits: ArrayLike<number>, { k }: CutOff): number {
  return countHits('precision', hits, k) / k
}
