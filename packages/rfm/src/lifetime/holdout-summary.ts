import { calendarDay, instant, rangeError, type Id, type Instant, type Transactions } from '@clientele/core'
import { checkOrders } from '../measure/check-orders.js'
import { lineFilter } from '../measure/line-filter.js'
import { measure } from '../measure/measure.js'
import { summarize, type PurchaseSummary, type PurchaseSummaryOptions } from './purchase-summary.js'
import { DAYS_OF } from './time-unit.js'

/** How {@link holdoutSummary} splits an order log. */
export interface HoldoutOptions extends PurchaseSummaryOptions {
  /** First moment of the hold-out period, which ends at `asOf`; a bare date is the start of that day. */
  readonly at: Instant
}

/** What {@link holdoutSummary} returns: histories until `at`, and what these customers did from then on. */
export interface HoldoutSummary<C extends Id = Id> extends PurchaseSummary<C> {
  /** Calendar days with a purchase in the hold-out period. Also the last column. */
  readonly holdoutPurchases: Int32Array
  /** Length of the hold-out period, from the day of `at` to the day of `asOf`, in `unit`. */
  readonly duration: number
  /** End of the hold-out period, epoch milliseconds; `asOf` is its beginning, the end of observation. */
  readonly until: number
  /** Customers whose first purchase is in the hold-out period: they are no rows. */
  readonly newCustomers: number
}

/**
 * Histories of customers until a moment, to fit a model to, and their purchases after it, to judge the model by.
 *
 * Each side counts as {@link purchaseSummary} does: the histories are those of the orders before `at`, with `at` as analysis date.
 * O(lines) time, a few numbers of memory per customer.
 * @throws TypeError when a date is missing or none
 * @throws RangeError when `at` is not before `asOf`, no line counts before it, or as {@link purchaseSummary} says
 * @example
 * const split = holdoutSummary(orders, { at: '2011-09-01', asOf: '2011-12-10' })
 * rowsOf(expectedAgainstSeen(fitBgNbd(split), split))
 */
export function holdoutSummary<C extends Id = Id>(orders: Transactions<C>, options: HoldoutOptions): HoldoutSummary<C> {
  const fn = 'holdoutSummary'
  checkOrders(fn, orders)
  const filter = lineFilter(fn, { ...options, refunds: 'ignore' })
  const at = instant(options.at, filter.timeZone, fn, 'at')
  if (at >= filter.until) throw rangeError(fn, 'at', 'be before asOf', new Date(at))
  const later = measure(fn, orders, { ...filter, from: at }, 'days')
  const strictlyBefore = at - Math.max(1, Math.abs(at)) * Number.EPSILON
  const earlier = { ...filter, until: strictlyBefore, strict: false }
  const { summary, positions } = summarize(fn, orders, earlier, at, options.unit)
  const dayOf = calendarDay(filter.timeZone, fn)
  const holdoutPurchases = Int32Array.from(positions, (position) => later.count[position]!)
  const newCustomers = countBuyers(later.count) - countBuyers(holdoutPurchases)
  return {
    ...summary,
    columns: [...summary.columns, { name: 'holdoutPurchases', values: holdoutPurchases }],
    holdoutPurchases,
    duration: Math.max(0, dayOf(filter.until) - dayOf(at)) / DAYS_OF[summary.unit],
    until: filter.until,
    newCustomers,
    leftOut: {
      afterAsOf: later.leftOut.afterAsOf,
      beforeFrom: 0,
      refunds: summary.leftOut.refunds + later.leftOut.refunds,
      customers: orders.customers.ids.length - positions.length - newCustomers,
    },
  }
}

function countBuyers(purchases: Int32Array): number {
  return purchases.reduce((sum, count) => sum + Number(count > 0), 0)
}
