import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * F1 at k: the harmonic mean of {@link precision} and {@link recall}, high only when both are.
 *
 * With h hits, 2 / (k / h + relevant / h) = 2 h / (k + relevant). O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see van Rijsbergen (1979), "Information Retrieval", chapter 7
 * @example f1([1, 0, 1], { k: 4, relevant: 4 }) // 0.5
 */
export function f1(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  return (2 * countHitsAmong('f1', hits, k, relevant)) / (k + relevant)
}
