import { checkAllFinite, groupSums, type Transactions } from '@clientele/core'

/**
 * Sum of amounts of each customer, compensated, in the currency of the log.
 *
 * O(lines) time, two numbers per customer.
 * @throws RangeError when a sum is too large to be a number
 */
export function monetaryValues({ customers, customer, amount }: Transactions): Float64Array {
  const sums = groupSums(customer, amount, customers.ids.length)
  checkAllFinite('rfm', 'monetary', sums)
  return sums
}
