import { countHits, type CutOff } from './count-hits.js'

/**
 * Whether the first k places hold at least one hit; its mean over customers is the hit rate.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns 1 or 0
 * @throws RangeError when a hit is neither 0 nor 1, or `k` is not a positive integer
 * @see Deshpande and Karypis (2004), "Item-Based Top-N Recommendation Algorithms", ACM TOIS 22
 * @example hit([0, 0, 1], { k: 10 }) // 1
 */
export function hit(hits: ArrayLike<number>, { k }: CutOff): number {
  return countHits('hit', hits, k) > 0 ? 1 : 0
}
