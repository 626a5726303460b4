import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * Average precision at k: the precision at each hit's place, added up and divided by the number of relevant products;
 * its mean over customers is the mean average precision (MAP). Hits near the top count more.
 *
 * The divisor is all relevant products, also when there are more than k (as in trec_eval). O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see Manning, Raghavan, Schütze (2008), "Introduction to Information Retrieval", section 8.4
 * @example averagePrecision([1, 0, 1], { k: 10, relevant: 2 }) // (1 / 1 + 2 / 3) / 2
 */
export function averagePrecision(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  if (countHitsAmong('averagePrecision', hits, k, relevant) === 0) return 0
  const places = Math.min(k, hits.length)
  let found = 0
  let sum = 0
  for (let place = 0; place < places; place++) {
    if (hits[place] === 1) sum += ++found / (place + 1)
  }
  return sum / relevant
}
