import { checkInteger, checkList, rangeError } from '@clientele/core'

/** The cut-off of a metric of one list. */
export interface CutOff {
  /** How many places of the list count, at least 1. A list may be shorter: its missing places are misses. */
  readonly k: number
}

/** The cut-off, and how much there was to find. */
export interface CutOffAndRelevant extends CutOff {
  /** How many products are relevant to the customer, in the list or not. */
  readonly relevant: number
}

/**
 * Number of hits in the first k places, after checking what all ranking metrics take.
 * @throws RangeError when a place holds neither 0 nor 1 or `k` is not a positive integer; TypeError when `hits` is no list
 */
export function countHits(fn: string, hits: ArrayLike<number>, k: number): number {
  checkInteger(fn, 'k', k, { min: 1 })
  checkList(fn, 'hits', hits)
  const places = Math.min(k, hits.length)
  let count = 0
  for (let place = 0; place < places; place++) {
    const hit = hits[place]!
    if (hit !== 0 && hit !== 1) throw rangeError(fn, `hits[${place}]`, 'be 0 or 1', hit)
    count += hit
  }
  return count
}

/**
 * {@link countHits} of a metric that needs to know how much there was to find.
 * @throws as {@link countHits}, and when `relevant` is not an integer of at least the number of hits
 */
export function countHitsAmong(fn: string, hits: ArrayLike<number>, k: number, relevant: number): number {
  const count = countHits(fn, hits, k)
  checkInteger(fn, 'relevant', relevant, { min: 0 })
  if (count > relevant) throw rangeError(fn, 'relevant', `be at least the number of hits, ${count}`, relevant)
  return count
}
