import { checkInteger, checkNonNegative, checkOneOf, rangeError } from '@clientele/core'
import type { CutOff } from './count-hits.js'

/** How graded relevance becomes gain. */
export interface GradedNdcgOptions extends CutOff {
  /** Gains of all relevant products, listed or not, in any order. */
  readonly ideal: ArrayLike<number>
  /** `'linear'` (default): a product gains its grade. `'exponential'`: 2^grade - 1, which favours the highest grades. */
  readonly gain?: 'linear' | 'exponential'
}

/**
 * Normalized discounted cumulative gain at k for graded relevance: each place's gain divided by log2(rank + 1), and the
 * sum divided by that of the best order of the relevant products. With grades of 0 and 1 it is {@link ndcg}.
 *
 * O(k + relevant log relevant).
 * @param gains the grade of the product at each place, best place first; 0 where it is not relevant
 * @returns a number in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a gain is negative or not finite, `k` is not a positive integer, or the list gains more than
 *   the best order of `ideal`
 * @see Järvelin and Kekäläinen (2002), "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20; Burges et al.
 *   (2005), "Learning to Rank using Gradient Descent", ICML, for the exponential gain
 * @example gradedNdcg([1, 3], { k: 10, ideal: [3, 1] }) // (1 + 3 / log2(3)) / (3 + 1 / log2(3)) = 0.797
 */
export function gradedNdcg(gains: ArrayLike<number>, { k, ideal, gain = 'linear' }: GradedNdcgOptions): number {
  checkInteger('gradedNdcg', 'k', k, { min: 1 })
  checkOneOf('gradedNdcg', 'gain', gain, ['linear', 'exponential'])
  checkNonNegative('gradedNdcg', 'gains', gains)
  checkNonNegative('gradedNdcg', 'ideal', ideal)
  const found = discountedGain(gains, k, gain)
  const best = discountedGain(Float64Array.from(ideal).sort().reverse(), k, gain)
  // Both are sums of the same terms in another order: they may differ by rounding.
  if (found > best * (1 + 1e-12)) throw rangeError('gradedNdcg', 'ideal', `allow a gain of ${found}`, best)
  return best === 0 ? 0 : Math.min(1, found / best)
}

/** Gains of the first k places, each divided by log2(rank + 1). */
function discountedGain(gains: ArrayLike<number>, k: number, gain: 'linear' | 'exponential'): number {
  let sum = 0
  for (let place = 0; place < Math.min(k, gains.length); place++) {
    const grade = gains[place]!
    sum += (gain === 'linear' ? grade : 2 ** grade - 1) / Math.log2(place + 2)
  }
  return sum
}
