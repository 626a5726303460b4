import { calendarDay, checkAllFinite, checkOneOf, type FeatureTable, type Id, type Transactions } from '@clientele/core'
import { customerRows } from '../measure/customer-rows.js'
import { counts, lineFilter, type LeftOut, type LineFilter, type LineOptions } from '../measure/line-filter.js'
import { measure } from '../measure/measure.js'
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
  const fn = 'purchaseSummary'
  const { unit = 'weeks' } = options
  const filter = lineFilter(fn, { ...options, refunds: 'ignore' })
  checkOneOf(fn, 'unit', unit, Object.keys(DAYS_OF) as TimeUnit[])
  const measured = measure(fn, orders, filter, 'days')
  const { index, positions, leftOut } = customerRows(fn, orders, measured, undefined)
  const dayOf = calendarDay(filter.timeZone, fn)
  const today = dayOf(filter.until)
  // Where clocks are put back at midnight a later moment can show an earlier day.
  const dayBy = (time: number) => Math.min(dayOf(time), today)
  const firstDay = firstTimes(orders, filter).map((time) => (time === Infinity ? Infinity : dayBy(time)))
  const repeatSpend = spendAfter(orders, filter, firstDay, dayBy)
  const size = positions.length
  const repeatPurchases = new Int32Array(size)
  const activeSpan = new Float64Array(size)
  const age = new Float64Array(size)
  const meanRepeatSpend = new Float64Array(size)
  positions.forEach((who, row) => {
    const repeats = measured.count[who]! - 1
    repeatPurchases[row] = repeats
    activeSpan[row] = (dayBy(measured.last[who]!) - firstDay[who]!) / DAYS_OF[unit]
    age[row] = (today - firstDay[who]!) / DAYS_OF[unit]
    meanRepeatSpend[row] = repeats === 0 ? 0 : repeatSpend[who]! / repeats
  })
  const columns = Object.entries({ repeatPurchases, activeSpan, age, meanRepeatSpend })
  return {
    entity: 'customer',
    index,
    columns: columns.map(([name, values]) => ({ name, values })),
    ...{ repeatPurchases, activeSpan, age, meanRepeatSpend, unit, asOf: filter.until, leftOut },
  }
}

function firstTimes(orders: Transactions, filter: LineFilter): Float64Array {
  const { customer, time, customers } = orders
  const isCounted = counts(orders, filter)
  const first = new Float64Array(customers.ids.length).fill(Infinity)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (time[line]! < first[who]! && isCounted(line)) first[who] = time[line]!
  }
  return first
}

/** Each customer's money after the first day, added with compensation. */
function spendAfter(
  orders: Transactions,
  filter: LineFilter,
  firstDay: Float64Array,
  dayOf: (time: number) => number,
): Float64Array {
  const { customer, time, amount } = orders
  const isCounted = counts(orders, filter)
  const sum = new Float64Array(firstDay.length)
  const lost = new Float64Array(firstDay.length)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (!isCounted(line) || dayOf(time[line]!) === firstDay[who]) continue
    const money = amount[line]!
    const before = sum[who]!
    const after = before + money
    lost[who]! += Math.abs(before) >= Math.abs(money) ? before - after + money : money - after + before
    sum[who] = after
  }
  checkAllFinite('purchaseSummary', 'meanRepeatSpend', sum)
  return sum.map((value, who) => value + lost[who]!)
}
