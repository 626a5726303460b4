import { checkLength, checkNumber, checkOneOf, rangeError, typeError } from '@clientele/core'
import { DAYS_OF, type TimeUnit } from './time-unit.js'

/**
 * What purchase models know of each customer: one number per customer in each list, in one unit of time. {@link purchaseSummary}
 * makes it from an order log; figures from elsewhere may be handed over as plain arrays.
 *
 * These are the x, t_x and T of the papers, which call the first two frequency and recency: not those of {@link rfm}.
 */
export interface PurchaseHistories {
  /** Purchases after the first: an integer of at least 0. */
  readonly repeatPurchases: ArrayLike<number>
  /** Time from the first to the last purchase; 0 for a customer without a repeat purchase, and only then. */
  readonly activeSpan: ArrayLike<number>
  /** Time from the first purchase to the end of observation, at least `activeSpan`. */
  readonly age: ArrayLike<number>
  /** The unit of both times, if it is known: models of another unit then refuse these histories. */
  readonly unit?: TimeUnit | undefined
}

/**
 * Throws unless there are three lists of equal length and every customer's figures can be true together; the first that cannot
 * is named. O(customers).
 * @throws TypeError when a list is missing or a cell is no number, RangeError for everything else
 */
export function checkHistories(fn: string, histories: PurchaseHistories): void {
  const { repeatPurchases, activeSpan, age, unit } = (histories ?? {}) as Partial<PurchaseHistories>
  if (repeatPurchases === undefined || activeSpan === undefined || age === undefined) {
    throw typeError(fn, 'histories', 'have repeatPurchases, activeSpan and age', histories)
  }
  if (unit !== undefined) checkOneOf(fn, 'histories.unit', unit, Object.keys(DAYS_OF))
  const customers = repeatPurchases.length
  checkLength(fn, 'histories.activeSpan', activeSpan, customers, 'customer')
  checkLength(fn, 'histories.age', age, customers, 'customer')
  for (let i = 0; i < customers; i++) {
    const [repeats, span, time] = [repeatPurchases[i]!, activeSpan[i]!, age[i]!]
    const isSound = Number.isSafeInteger(repeats) && repeats >= 0 && (repeats === 0 ? span === 0 : span > 0)
    if (!(isSound && Number.isFinite(span) && Number.isFinite(time) && time >= span)) refuse(fn, i, repeats, span, time)
  }
}

function refuse(fn: string, i: number, repeats: number, span: number, age: number): never {
  checkNumber(fn, `histories.repeatPurchases[${i}]`, repeats, { min: 0 })
  if (!Number.isSafeInteger(repeats)) throw rangeError(fn, `histories.repeatPurchases[${i}]`, 'be an integer', repeats)
  checkNumber(fn, `histories.activeSpan[${i}]`, span)
  checkNumber(fn, `histories.age[${i}]`, age, { min: 0 })
  if (repeats > 0 && span <= 0) {
    throw rangeError(fn, `histories.activeSpan[${i}]`, 'be above 0, as there is a repeat purchase', span)
  }
  if (repeats === 0 && span !== 0) {
    throw rangeError(fn, `histories.activeSpan[${i}]`, 'be 0, as there is no repeat purchase', span)
  }
  throw rangeError(fn, `histories.age[${i}]`, `be at least activeSpan[${i}] (${span})`, age)
}
