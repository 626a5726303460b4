import { checkInteger } from '@clientele/core'
import { countHitsAmong, type CutOffAndRelevant } from './count-hits.js'

/** The cut-off, how much there was to find, and among how many products. */
export interface AmongItems extends CutOffAndRelevant {
  /** How many products could have been listed, the relevant ones included. */
  readonly items: number
}

/**
 * Area under the ROC curve of a list cut at k: the probability that a relevant product ranks before another one, when
 * the products that are not listed stand behind the list in random order. 0.5 is what chance gives.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [0, 1]; 0 when nothing is relevant
 * @throws RangeError when a hit is neither 0 nor 1, `k` is not a positive integer, hits exceed `relevant`, or `items`
 *   leaves no room for a product that is not relevant
 * @see Hanley and McNeil (1982), "The Meaning and Use of the Area under a ROC Curve", Radiology 143
 * @example listAuc([1, 0], { k: 2, relevant: 2, items: 6 }) // (1 × 4 + 0.5 × 3) / (2 × 4) = 0.6875
 */
export function listAuc(hits: ArrayLike<number>, options: AmongItems): number {
  const found = countHitsAmong('listAuc', hits, options.k, options.relevant)
  const listed = Math.min(options.k, hits.length)
  checkItems('listAuc', options, listed - found)
  return orderedShare(hits, options, listed)
}

/** Pairs in the right order as a share of all pairs, when `listed` places count; those the list lacks are misses. */
export function orderedShare(hits: ArrayLike<number>, { relevant, items }: AmongItems, listed: number): number {
  if (relevant === 0) return 0
  const others = items - relevant
  let found = 0
  let ordered = 0
  for (let place = 0; place < listed; place++) {
    if (hits[place] === 1) found++
    else ordered += found
  }
  // A relevant product that is not listed has half of the others that are not listed behind it.
  ordered += ((found + relevant) / 2) * (others - (listed - found))
  return ordered / (relevant * others)
}

/**
 * Average rank of a list cut at k: the mean place of the relevant products, 1 at the top; lower is better. Those that are
 * not listed count with the middle of the places behind the list, where any of them could stand.
 *
 * O(k).
 * @param hits 1 for a relevant product and 0 for another, best place first (see {@link hitsOf})
 * @returns a number in [1, items]; 0 when nothing is relevant
 * @throws RangeError as {@link listAuc}
 * @example averageRank([0, 1], { k: 2, relevant: 2, items: 6 }) // second place, and the middle of 3 … 6: 3.25
 */
export function averageRank(hits: ArrayLike<number>, options: AmongItems): number {
  const { k, relevant, items } = options
  const found = countHitsAmong('averageRank', hits, k, relevant)
  const listed = Math.min(k, hits.length)
  checkItems('averageRank', options, listed - found)
  if (relevant === 0) return 0
  let sum = ((relevant - found) * (listed + 1 + items)) / 2
  for (let place = 0; place < listed; place++) sum += hits[place]! * (place + 1)
  return sum / relevant
}

function checkItems(fn: string, { relevant, items }: AmongItems, misses: number): void {
  checkInteger(fn, 'items', items, { min: relevant + Math.max(1, misses) })
}
