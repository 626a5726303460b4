import type { Transactions } from '@clientele/core'
import { counts, type LineFilter } from './line-filter.js'
import type { Frequency, MarkLines } from './purchase-marks.js'
import { sortedMarks } from './sorted-marks.js'

/**
 * Counts the purchases of some customers again, whose marks are in no order: writes the number of distinct marks into `count`.
 *
 * Orders are told apart by a table from order to customer: O(lines) time, one number per order. An order that several
 * customers share, and everything else, by sorting the marks of these customers: O(lines log lines), one number per line of
 * theirs.
 * @param again 1 for each customer to be counted again; those settled by the table are set to 0
 */
export function recount(
  orders: Transactions,
  filter: LineFilter,
  counted: Frequency,
  markLines: MarkLines,
  again: Uint8Array,
  count: Int32Array,
): void {
  if (!again.includes(1)) return
  if (counted === 'orders' && orders.orders !== undefined) settleByOwner(orders, filter, again, count)
  if (!again.includes(1)) return
  const { offsets, values } = sortedMarks(orders, filter, markLines, again)
  for (let who = 0; who < again.length; who++) {
    if (again[who] === 0) continue
    let distinct = 0
    for (let i = offsets[who]!; i < offsets[who + 1]!; i++) {
      if (i === offsets[who] || values[i] !== values[i - 1]) distinct++
    }
    count[who] = distinct
  }
}

/** An order counts for the customer who has its first line; customers with a line in an order of another stay to be counted. */
function settleByOwner(orders: Transactions, filter: LineFilter, again: Uint8Array, count: Int32Array): void {
  const { customer, order } = orders
  const isCounted = counts(orders, filter)
  const ownerPlusOne = new Int32Array(orders.orders!.ids.length)
  const asked = again.slice()
  again.fill(0)
  for (let who = 0; who < asked.length; who++) if (asked[who] === 1) count[who] = 0
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (asked[who] === 0 || !isCounted(line)) continue
    const owner = ownerPlusOne[order![line]!]! - 1
    if (owner === who) continue
    if (owner >= 0) again[who] = 1
    else {
      ownerPlusOne[order![line]!] = who + 1
      count[who]!++
    }
  }
}
