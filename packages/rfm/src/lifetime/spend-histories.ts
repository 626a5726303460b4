import { checkLength, checkNumber, rangeError, typeError } from '@clientele/core'

/** What spend models know of each customer: one number per customer in each list, as {@link purchaseSummary} has them. */
export interface SpendHistories {
  /** Purchases after the first: an integer of at least 0. */
  readonly repeatPurchases: ArrayLike<number>
  /** Mean money of these purchases; of no account for a customer without one. */
  readonly meanRepeatSpend: ArrayLike<number>
}

/**
 * Throws unless there are two lists of equal length with figures that can be true; the first that cannot is named. O(customers).
 * @throws TypeError when a list is missing or a cell is no number, RangeError for everything else
 */
export function checkSpending(fn: string, spending: SpendHistories): void {
  const { repeatPurchases, meanRepeatSpend } = (spending ?? {}) as Partial<SpendHistories>
  if (repeatPurchases === undefined || meanRepeatSpend === undefined) {
    throw typeError(fn, 'spending', 'have repeatPurchases and meanRepeatSpend', spending)
  }
  checkLength(fn, 'spending.meanRepeatSpend', meanRepeatSpend, repeatPurchases.length, 'customer')
  for (let i = 0; i < repeatPurchases.length; i++) {
    const [x, spend] = [repeatPurchases[i]!, meanRepeatSpend[i]!]
    if (Number.isSafeInteger(x) && x >= 0 && Number.isFinite(spend) && spend >= 0) continue
    checkNumber(fn, `spending.repeatPurchases[${i}]`, x, { min: 0 })
    if (!Number.isSafeInteger(x)) throw rangeError(fn, `spending.repeatPurchases[${i}]`, 'be an integer', x)
    checkNumber(fn, `spending.meanRepeatSpend[${i}]`, spend, { min: 0 })
  }
}
