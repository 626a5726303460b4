import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * Normalized discounted cumulative gain at k, with binary relevance: hits count 1 / log2(rank + 1), and the sum is
 * divided by that of the best list possible, which has min(k, relevant) hits at its top.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see Järvelin and Kekäläinen (2002), "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20
 * @example ndcg([1, 0, 1], { k: 10, relevant: 2 }) // (1 + 1 / 2) / (1 + 1 / log2(3)) = 0.9197…
 */
export function ndcg(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  if (countHitsAmong('ndcg', hits, k, relevant) === 0) return 0
  const places = Math.min(k, hits.length)
  let gain = 0
  for (let place = 0; place < places; place++) {
    if (hits[place] === 1) gain += discount(place)
  }
  let ideal = 0
  for (let place = 0; place < Math.min(k, relevant); place++) ideal += discount(place)
  return gain / ideal
}

/** What a hit at each place (from 0) is worth: 1 / log2(rank + 1). As long as the longest list so far. */
let discounts = new Float64Array(0)

function discount(place: number): number {
  if (place >= discounts.length) {
    discounts = Float64Array.from({ length: 2 * place + 16 }, (_, each) => 1 / Math.log2(each + 2))
  }
  return discounts[place]!
}
