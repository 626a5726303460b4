import type { Transactions } from '@clientele/core'
import { counts, type LineFilter } from '../measure/line-filter.js'

/** Moment of each customer's first line that counts; `Infinity` where none does. O(lines). */
export function firstTimes(orders: Transactions, filter: LineFilter): Float64Array {
  const { customer, time, customers } = orders
  const isCounted = counts(orders, filter)
  const first = new Float64Array(customers.ids.length).fill(Infinity)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (time[line]! < first[who]! && isCounted(line)) first[who] = time[line]!
  }
  return first
}
