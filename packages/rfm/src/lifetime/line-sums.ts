import { checkAllFinite, type Transactions } from '@clientele/core'
import { counts, type LineFilter } from '../measure/line-filter.js'

/**
 * Sum of a value of each customer's lines that count, added with compensation. O(lines) time, two numbers per customer.
 * @param name what the sum is, for the error
 * @throws RangeError when a sum is too large to be a number
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 */
export function lineSums(
  fn: string,
  name: string,
  orders: Transactions,
  filter: LineFilter,
  valueOf: (line: number) => number,
): Float64Array {
  const { customer, customers } = orders
  const isCounted = counts(orders, filter)
  const sum = new Float64Array(customers.ids.length)
  const lost = new Float64Array(customers.ids.length)
  for (let line = 0; line < customer.length; line++) {
    if (!isCounted(line)) continue
    const who = customer[line]!
    const value = valueOf(line)
    const before = sum[who]!
    const after = before + value
    // What rounding took: exact, because the larger of the two goes first.
    lost[who]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before
    sum[who] = after
  }
  checkAllFinite(fn, name, sum)
  return sum.map((value, who) => value + lost[who]!)
}
