import { countHits, countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * R-precision at k: the share of hits in the first R places, R being the number of relevant products, but at most k.
 * Unlike precision, a perfect list reaches 1 however few products are relevant.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a share in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see Buckley and Voorhees (2000), "Evaluating Evaluation Measure Stability", SIGIR
 * @example rPrecision([1, 0, 1], { k: 10, relevant: 2 }) // one hit in the first two places: 0.5
 */
export function rPrecision(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  if (countHitsAmong('rPrecision', hits, k, relevant) === 0) return 0
  const places = Math.min(k, relevant)
  return countHits('rPrecision', hits, places) / places
}
