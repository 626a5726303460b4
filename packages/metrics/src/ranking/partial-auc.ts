import { checkInteger } from '@clientele/core'
import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/**
 * Partial area under the ROC curve: of all pairs of a relevant product and one of the first k products that are not
 * relevant, the share in the right order. Reads the whole list, not only its first k places.
 *
 * O(places).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a share in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, or hits exceed `relevant`
 * @see Hiranandani, Vijitbenjaronk, Koyejo, Jain (2020), "Optimization and Analysis of the pAp@k Metric for Recommender
 *   Systems", ICML
 * @example partialAuc([0, 1, 0], { k: 2, relevant: 2 }) // the hit is before one of two misses: 1 / (2 × 2)
 */
export function partialAuc(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  return orderedAmongFirst('partialAuc', hits, { k, relevant }, relevant)
}

/**
 * Partial AUC with precision (pAp@k): {@link partialAuc} for the first min(k, relevant) hits only, so that a perfect top
 * of the list reaches 1 however many products are relevant.
 *
 * O(places).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a share in [0, 1]; 0 when nothing is relevant
 * @throws RangeError as {@link partialAuc}
 * @see Hiranandani, Vijitbenjaronk, Koyejo, Jain (2020), "Optimization and Analysis of the pAp@k Metric for Recommender
 *   Systems", ICML
 * @example partialAucOfTop([1, 0], { k: 1, relevant: 5 }) // 1
 */
export function partialAucOfTop(hits: ArrayLike<number>, { k, relevant }: CutOffAndRelevant): number {
  return orderedAmongFirst('partialAucOfTop', hits, { k, relevant }, Math.min(k, relevant))
}

function orderedAmongFirst(
  fn: string,
  hits: ArrayLike<number>,
  { k, relevant }: CutOffAndRelevant,
  counted: number,
): number {
  checkInteger(fn, 'k', k, { min: 1 })
  countHitsAmong(fn, hits, Math.max(1, hits.length), relevant)
  if (relevant === 0) return 0
  let found = 0
  let misses = 0
  let ordered = 0
  for (let place = 0; place < hits.length && misses < k && found < counted; place++) {
    if (hits[place] === 0) misses++
    else {
      found++
      ordered += k - misses
    }
  }
  return ordered / (counted * k)
}
