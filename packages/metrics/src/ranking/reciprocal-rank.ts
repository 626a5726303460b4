import { countHits, type CutOff } from './count-hits.js'

/**
 * Reciprocal rank at k: 1 when the first place is a hit, 1/2 when the second is the first hit, and so on; its mean over
 * customers is the mean reciprocal rank (MRR).
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1]; 0 when the first k places hold no hit
 * @throws RangeError when a hit is neither 0 nor 1, or `k` is not a positive integer
 * @see Voorhees (1999), "The TREC-8 Question Answering Track Report"
 * @example reciprocalRank([0, 0, 1], { k: 10 }) // 1 / 3
 */
export function reciprocalRank(hits: ArrayLike<number>, { k }: CutOff): number {
  if (countHits('reciprocalRank', hits, k) === 0) return 0
  let place = 0
  while (hits[place] === 0) place++
  return 1 / (place + 1)
}
