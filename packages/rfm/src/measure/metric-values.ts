import { calendarDay, checkOneOf, type Id, type Transactions } from '@clientele/core'
import { customerRows, type CustomerRows } from './customer-rows.js'
import type { LineFilter } from './line-filter.js'
import { measure } from './measure.js'
import type { Frequency } from './purchase-marks.js'

/** What monetary is: the sum of amounts, or their mean per order. */
export type Monetary = 'sum' | 'mean'

/** The three metrics of each row. */
export interface MetricValues<C extends Id> extends CustomerRows<C> {
  /** Whole calendar days from the day of the last order to the day of `asOf`. */
  readonly recency: Float64Array
  /** Distinct orders or days, or lines. */
  readonly frequency: Int32Array
  /** Money in all, or per order. */
  readonly monetary: Float64Array
}

/**
 * Recency, frequency and monetary value of each customer, and of prospects: O(lines), a few numbers per customer.
 * @throws RangeError as {@link measure} and {@link customerRows} say
 */
export function metricValues<C extends Id>(
  orders: Transactions<C>,
  filter: LineFilter,
  {
    frequency = 'orders',
    monetary = 'sum',
    customers,
  }: { readonly frequency?: Frequency; readonly monetary?: Monetary; readonly customers?: Iterable<C> },
): MetricValues<C> {
  checkOneOf('rfm', 'frequency', frequency, ['orders', 'days', 'lines'])
  checkOneOf('rfm', 'monetary', monetary, ['sum', 'mean'])
  const measured = measure('rfm', orders, filter, frequency)
  const rows = customerRows('rfm', orders, measured, customers)
  const { last, count, sum, start } = measured
  const orderCount =
    monetary === 'mean' && frequency !== 'orders' ? measure('rfm', orders, filter, 'orders').count : count
  const dayOf = calendarDay(filter.timeZone, 'rfm')
  const today = dayOf(filter.until)
  // Where clocks are put back at midnight a later moment can show an earlier day.
  const daysSince = (time: number) => Math.max(0, today - dayOf(time))
  // No order was seen for at least as long as the log was watched.
  const observed = daysSince(filter.from === -Infinity ? start : filter.from)
  const size = rows.index.ids.length
  const values = {
    recency: new Float64Array(size).fill(observed, rows.positions.length),
    frequency: new Int32Array(size),
    monetary: new Float64Array(size),
  }
  rows.positions.forEach((position, row) => {
    values.recency[row] = daysSince(last[position]!)
    values.frequency[row] = count[position]!
    values.monetary[row] = monetary === 'sum' ? sum[position]! : sum[position]! / orderCount[position]!
  })
  return { ...rows, ...values }
}
