import type { Transactions } from '@clientele/core'
import { counts, type LineFilter } from './line-filter.js'
import type { PurchaseMarks } from './purchase-marks.js'

/**
 * The marks of some customers, each customer's in ascending order, with repetitions.
 *
 * O(lines log lines of a customer) time, one number per line of these customers and two per customer.
 * @param wanted 1 for each customer whose marks are wanted
 * @returns the marks of customer `c` from `offsets[c]` up to `offsets[c + 1]` in `values`
 */
export function sortedMarks(
  orders: Transactions,
  filter: LineFilter,
  { column, dayOf }: PurchaseMarks,
  wanted: Uint8Array,
): { readonly offsets: Float64Array; readonly values: Float64Array } {
  const { customer, time } = orders
  const isCounted = counts(orders, filter)
  const offsets = new Float64Array(wanted.length + 1)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (wanted[who] === 1 && isCounted(line)) offsets[who + 1]!++
  }
  for (let who = 0; who < wanted.length; who++) offsets[who + 1]! += offsets[who]!
  const values = new Float64Array(offsets[wanted.length]!)
  const next = offsets.slice()
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (wanted[who] === 0 || !isCounted(line)) continue
    values[next[who]!] = column !== undefined ? column[line]! : dayOf !== undefined ? dayOf(time[line]!) : line
    next[who]!++
  }
  for (let who = 0; who < wanted.length; who++) {
    if (wanted[who] === 1) values.subarray(offsets[who], offsets[who + 1]).sort()
  }
  return { offsets, values }
}
