import type { Transactions } from '@clientele/core'
import { counts, type LineFilter } from './line-filter.js'
import type { MarkLines } from './purchase-marks.js'

/** Lines that are marked at once. */
const BLOCK_LINES = 4096

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
  markLines: MarkLines,
  wanted: Uint8Array,
): { readonly offsets: Float64Array; readonly values: Float64Array } {
  const { customer } = orders
  const isCounted = counts(orders, filter)
  const offsets = new Float64Array(wanted.length + 1)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (wanted[who] === 1 && isCounted(line)) offsets[who + 1]!++
  }
  for (let who = 0; who < wanted.length; who++) offsets[who + 1]! += offsets[who]!
  const values = new Float64Array(offsets[wanted.length]!)
  const next = offsets.slice()
  const marks = new Float64Array(BLOCK_LINES)
  for (let line = 0; line < customer.length; line++) {
    const place = line % BLOCK_LINES
    if (place === 0) markLines(line, Math.min(line + BLOCK_LINES, customer.length), marks)
    const who = customer[line]!
    if (wanted[who] === 1 && isCounted(line)) values[next[who]!++] = marks[place]!
  }
  for (let who = 0; who < wanted.length; who++) {
    if (wanted[who] === 1) values.subarray(offsets[who], offsets[who + 1]).sort()
  }
  return { offsets, values }
}
