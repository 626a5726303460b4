import { calendarDay, checkOneOf, type FeatureTable, type Id, type Transactions } from '@clientele/core'
import { checkOrders } from '../measure/check-orders.js'
import { customerRows } from '../measure/customer-rows.js'
import { lineFilter, type LeftOut, type LineFilter, type LineOptions } from '../measure/line-filter.js'
import { measure } from '../measure/measure.js'
import { firstTimes } from './first-times.js'
import { lineSums } from './line-sums.js'
import type { PurchaseHistories } from './purchase-histories.js'
import { DAYS_OF, type TimeUnit } from './time-unit.js'

/** How {@link purchaseSummary} reads an order log. */
export interface PurchaseSummaryOptions extends Pick<LineOptions, 'asOf' | 'timeZone' | 'afterAsOf'> {
  /** What times are counted in; default `'weeks'`. Days pass whole: an age of 10 days is 10 / 7 weeks. */
  readonly unit?: TimeUnit
}

/**
 * What {@link purchaseSummary} returns: one row per customer with the columns `repeatPurchases`, `activeSpan`, `age` and
 * `meanRepeatSpend`, each also at hand by its name.
 */
export interface PurchaseSummary<C extends Id = Id> extends FeatureTable<C>, PurchaseHistories {
  /** Calendar days with a purchase after the day of the first. */
  readonly repeatPurchases: Int32Array
  /** Time from the day of the first to the day of the last purchase, in `unit`. */
  readonly activeSpan: Float64Array
  /** Time from the day of the first purchase to the day of `asOf`, in `unit`. */
  readonly age: Float64Array
  /** Mean money of a repeat purchase, which is the sum of a day; 0 for a customer without one. */
  readonly meanRepeatSpend: Float64Array
  /** What the times are counted in. */
  readonly unit: TimeUnit
  /** The analysis date, epoch milliseconds. */
  readonly asOf: number
  /** What did not count, by reason. */
  readonly leftOut: LeftOut
}

/**
 * Each customer's history of purchases in the four figures that lifetime models are fitted to.
 *
 * A purchase is a calendar day with a line of the customer, whatever the number of orders. Refunds (lines with a negative amount)
 * are neither a purchase nor taken off the spend; they are left out and counted, and so is a customer who has nothing else. The
 * first purchase makes the customer and is not counted: a customer who came once has 0 repeat purchases and an active span of 0.
 * `activeSpan` is what the papers call recency, and not the recency of {@link rfm}, which is `age - activeSpan`.
 *
 * O(lines) time, a few numbers of memory per customer; where the lines of customers are not in order of time, one more per line of
 * theirs.
 * @throws TypeError when `asOf` is missing or not a date
 * @throws RangeError when no line counts, a line lies after `asOf` (it is named, unless these are ignored), or an option is out of
 * range
 * @see Fader, Hardie, Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing
 * Science 24
 * @example
 * const summary = purchaseSummary(orders, { asOf: '2011-12-10', unit: 'weeks' })
 * console.table(rowsOf(summary).slice(0, 5))
 */
export function purchaseSummary<C extends Id = Id>(
  orders: Transactions<C>,
  options: PurchaseSummaryOptions,
): PurchaseSummary<C> {
  checkOrders('purchaseSummary', orders)
  const filter = lineFilter('purchaseSummary', { ...options, refunds: 'ignore' })
  return summarize('purchaseSummary', orders, filter, filter.until, options.unit).summary
}

/**
 * The summary of the lines that pass a filter, in the name of `fn`.
 * @param now the moment at which ages end
 * @returns the summary, and row → position in the log's `customers`
 */
export function summarize<C extends Id>(
  fn: string,
  orders: Transactions<C>,
  filter: LineFilter,
  now: number,
  unit: TimeUnit = 'weeks',
): { readonly summary: PurchaseSummary<C>; readonly positions: Int32Array } {
  checkOneOf(fn, 'unit', unit, Object.keys(DAYS_OF) as TimeUnit[])
  const measured = measure(fn, orders, filter, 'days')
  const { index, positions, leftOut } = customerRows(fn, orders, measured, undefined)
  const dayOf = calendarDay(filter.timeZone, fn)
  const today = dayOf(now)
  // Where clocks are put back at midnight a later moment can show an earlier day.
  const dayBy = (time: number) => Math.min(dayOf(time), today)
  const firstDay = firstTimes(orders, filter).map((time) => (time === Infinity ? Infinity : dayBy(time)))
  const { customer, time, amount } = orders
  const isRepeat = (line: number) => dayBy(time[line]!) !== firstDay[customer[line]!]
  const repeatSpend = lineSums(fn, 'meanRepeatSpend', orders, filter, (line) => (isRepeat(line) ? amount[line]! : 0))
  const repeatPurchases = Int32Array.from(positions, (who) => measured.count[who]! - 1)
  const times = (days: (who: number) => number) => Float64Array.from(positions, (who) => days(who) / DAYS_OF[unit])
  const activeSpan = times((who) => dayBy(measured.last[who]!) - firstDay[who]!)
  const age = times((who) => today - firstDay[who]!)
  const meanRepeatSpend = Float64Array.from(positions, (who, row) => {
    return repeatPurchases[row] === 0 ? 0 : repeatSpend[who]! / repeatPurchases[row]!
  })
  const values = { repeatPurchases, activeSpan, age, meanRepeatSpend }
  const columns = Object.entries(values).map(([name, column]) => ({ name, values: column }))
  return { summary: { entity: 'customer', index, columns, ...values, unit, asOf: now, leftOut }, positions }
}
