import {
  checkInteger,
  checkNumber,
  rangeError,
  run,
  runAsync,
  type AsyncOptions,
  type FeatureTable,
  type Id,
  type IdIndex,
  type Steps,
} from '@clientele/core'
import type { SpendModel } from './gamma-gamma.js'
import { mergeHistories, type MergedHistories } from './merge-histories.js'
import { checkHistories, type PurchaseHistories } from './purchase-histories.js'
import type { PurchaseModel } from './purchase-model.js'
import type { SpendHistories } from './spend-histories.js'
import { DAYS_OF } from './time-unit.js'

/** What {@link lifetimeValue} needs of customers: a {@link PurchaseSummary} has it all. */
export interface ValuedHistories<C extends Id = Id> extends PurchaseHistories, SpendHistories {
  /** The id of each customer. */
  readonly index: IdIndex<C>
}

/** How lifetime value is counted. */
export interface LifetimeValueOptions {
  /** How many months from the end of observation on; default 12. */
  readonly months?: number
  /** What money loses by waiting a month, as a share; default 0.01, which is 12.7 % a year. */
  readonly discountRate?: number
  /** Share of spend that is earned; default 1, so that the value is one of revenue. */
  readonly margin?: number
  /** Length of a month in the unit of the histories; default 365.25 / 12 days where the unit is known. */
  readonly monthLength?: number
}

/** Histories between two moments at which the thread may do other work: a millisecond or some. */
const BLOCK = 2048

/**
 * What each customer is expected to bring in the months to come, in the money of today.
 *
 * The purchases expected in each month are discounted by the months until its end, added, and multiplied by the spend expected per
 * purchase and the margin. Customers of one history are computed once: O(distinct histories × months) predictions.
 * @param histories a {@link PurchaseSummary}
 * @param purchases a purchase model, as {@link fitBgNbd} gives it
 * @param spend a spend model, as {@link fitGammaGamma} gives it
 * @returns one row per customer with the columns `probabilityAlive`, `expectedPurchases` (in all these months),
 * `expectedSpend` (per purchase) and `lifetimeValue` (money)
 * @throws RangeError for a history that cannot be true, an option out of range, or a month of unknown length
 * @see Fader, Hardie, Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42
 * @example
 * const summary = purchaseSummary(orders, { asOf: '2011-12-10' })
 * rowsOf(lifetimeValue(summary, fitBgNbd(summary), fitGammaGamma(summary), { months: 12, margin: 0.3 }))
 */
export function lifetimeValue<C extends Id = Id>(
  histories: ValuedHistories<C>,
  purchases: PurchaseModel,
  spend: SpendModel,
  options: LifetimeValueOptions = {},
): FeatureTable<C> {
  return run(steps(histories, purchases, spend, options))
}

/**
 * {@link lifetimeValue} that lets other work of the thread happen in between; the same result, bit for bit. Progress counts distinct
 * histories.
 * @example await lifetimeValueAsync(summary, purchases, spend, { signal: AbortSignal.timeout(5000) })
 */
export function lifetimeValueAsync<C extends Id = Id>(
  histories: ValuedHistories<C>,
  purchases: PurchaseModel,
  spend: SpendModel,
  options: LifetimeValueOptions & AsyncOptions = {},
): Promise<FeatureTable<C>> {
  return runAsync(steps(histories, purchases, spend, options), options)
}

function* steps<C extends Id>(
  histories: ValuedHistories<C>,
  purchases: PurchaseModel,
  spend: SpendModel,
  options: LifetimeValueOptions,
): Steps<FeatureTable<C>> {
  const { months = 12, discountRate = 0.01, margin = 1 } = options
  checkInteger('lifetimeValue', 'months', months, { min: 1 })
  checkNumber('lifetimeValue', 'discountRate', discountRate, { min: 0 })
  checkNumber('lifetimeValue', 'margin', margin, { min: 0 })
  const month = lengthOfMonth(histories, purchases, options.monthLength)
  checkHistories('lifetimeValue', histories)
  const expectedSpend = spend.expectedSpend(histories)
  const merged = mergeHistories(histories)
  const { historyOf, weights } = merged
  const alive = new Float64Array(weights.length)
  const expected = new Float64Array(weights.length)
  const discounted = new Float64Array(weights.length)
  for (let from = 0; from < weights.length; from += BLOCK) {
    const part = partOf(merged, from, from + BLOCK)
    alive.set(purchases.probabilityAlive(part), from)
    let before: Float64Array = new Float64Array(part.age.length)
    for (let i = 1; i <= months; i++) {
      const until = purchases.expectedPurchases(part, i * month)
      const factor = (1 + discountRate) ** -i
      until.forEach((total, row) => (discounted[from + row]! += (total - before[row]!) * factor))
      before = until
    }
    expected.set(before, from)
    yield { stage: 'lifetime value', done: Math.min(from + BLOCK, weights.length), total: weights.length }
  }
  const columns = {
    probabilityAlive: Float64Array.from(historyOf, (at) => alive[at]!),
    expectedPurchases: Float64Array.from(historyOf, (at) => expected[at]!),
    expectedSpend,
    lifetimeValue: expectedSpend.map((money, row) => margin * money * discounted[historyOf[row]!]!),
  }
  return {
    entity: 'customer',
    index: histories.index,
    columns: Object.entries(columns).map(([name, values]) => ({ name, values })),
  }
}

function lengthOfMonth(histories: PurchaseHistories, model: PurchaseModel, given: number | undefined): number {
  if (given !== undefined) {
    checkNumber('lifetimeValue', 'monthLength', given)
    if (given <= 0) throw rangeError('lifetimeValue', 'monthLength', 'be above 0', given)
    return given
  }
  const unit = histories.unit ?? model.unit
  if (unit !== undefined) return DAYS_OF.months / DAYS_OF[unit]
  throw rangeError('lifetimeValue', 'monthLength', 'be given, as the unit of the histories is not known', given)
}

function partOf({ repeatPurchases, activeSpan, age, unit }: MergedHistories, from: number, to: number) {
  return {
    repeatPurchases: repeatPurchases.subarray(from, to),
    activeSpan: activeSpan.subarray(from, to),
    age: age.subarray(from, to),
    unit,
  }
}
