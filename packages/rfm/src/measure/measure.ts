import { checkAllFinite, type Transactions } from '@clientele/core'
import { leaveOut, type LineFilter, type LineTally } from './line-filter.js'
import { purchaseMarks, type Frequency } from './purchase-marks.js'
import { recount } from './recount.js'

/** What the lines that count say about each customer of the log, by position in `customers`. */
export interface Measured {
  /** Moment of the last line; `-Infinity` where none counts. */
  readonly last: Float64Array
  /** Number of distinct orders or days, or of lines. */
  readonly count: Int32Array
  /** Sum of amounts, compensated. */
  readonly sum: Float64Array
  /** Moment of the first line of all; `Infinity` where none counts. */
  readonly start: number
  /** Lines that do not count. */
  readonly leftOut: LineTally
}

/**
 * Last moment, count and sum of each customer, in one pass over the lines.
 *
 * A purchase is new where its mark is higher than any the customer had before: always so in a log kept in order of time.
 * Customers whose marks fall are counted again by {@link recount}. O(lines) time, a few numbers per customer.
 * @throws RangeError when a line must not be left out (see {@link leaveOut}) or a sum is too large to be a number
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 */
export function measure(fn: string, orders: Transactions, filter: LineFilter, counted: Frequency): Measured {
  const { customer, time, amount } = orders
  const { from, until, least } = filter
  const customers = orders.customers.ids.length
  const last = new Float64Array(customers).fill(-Infinity)
  const sum = new Float64Array(customers)
  const lost = new Float64Array(customers)
  const count = new Int32Array(customers)
  const highest = new Float64Array(customers).fill(-Infinity)
  const falls = new Uint8Array(customers)
  const marks = purchaseMarks(fn, orders, counted, filter.timeZone)
  const { column, dayOf } = marks
  const leftOut: LineTally = { afterAsOf: 0, beforeFrom: 0, refunds: 0 }
  let start = Infinity
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    const at = time[line]!
    const money = amount[line]!
    if (!(at >= from && at <= until && money >= least && who >>> 0 < customers)) {
      leaveOut(fn, orders, line, filter, leftOut)
      continue
    }
    if (at > last[who]!) last[who] = at
    if (at < start) start = at
    const before = sum[who]!
    const after = before + money
    // What rounding took: exact, because the larger of the two goes first.
    lost[who]! += Math.abs(before) >= Math.abs(money) ? before - after + money : money - after + before
    sum[who] = after
    const mark = column !== undefined ? column[line]! : dayOf !== undefined ? dayOf(at) : line
    if (mark > highest[who]!) {
      highest[who] = mark
      count[who]!++
    } else if (mark < highest[who]!) falls[who] = 1
  }
  recount(orders, filter, marks, falls, count)
  checkAllFinite(fn, 'monetary', sum)
  return { last, count, sum: sum.map((value, who) => value + lost[who]!), start, leftOut }
}
