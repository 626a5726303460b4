import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * Recall at k: the share of the relevant products that stand in the first k places. With more than k relevant
 * products even a perfect list stays below 1.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a share in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see Manning, Raghavan, Schütze (2008), "Introduction to Information Retrieval", section 8.4
 * @example recall([1, 0, 1], { k: 10, relevant: 4 }) // 0.5
 */
export function recall(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  const found = countHitsAmong('recall', hits, k, relevant)
  return relevant === 0 ? 0 : found / relevant
}
