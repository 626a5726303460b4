import type { Fact } from './line-block.js'

/** The days on which each customer shopped, and the gaps between them. */
export interface ShoppingDays {
  /** Number of distinct days. */
  readonly count: Int32Array
  /** The first of them. */
  readonly first: Int32Array
  /** The last of them. */
  readonly last: Int32Array
  /** Sum of the squared gaps between one day and the next, in days. */
  readonly squaredGaps: Float64Array
}

/** The marks of a customer's lines in ascending order, as `sortedMarks` lists them. */
interface SortedDays {
  readonly offsets: Float64Array
  readonly values: Float64Array
}

/**
 * Shopping days of each customer. A day is new where it is later than any before, as in a log kept in order of time; customers
 * whose days fall are gathered anew from a sorted list.
 *
 * O(1) a line and five numbers per customer; of customers whose days fall O(lines log lines) and one number per line.
 * @param sortedDays gives the days of those customers who are marked with 1
 */
export function dayFact(customers: number, sortedDays: (wanted: Uint8Array) => SortedDays): Fact<ShoppingDays> {
  const count = new Int32Array(customers + 1)
  const first = new Int32Array(customers + 1)
  const last = new Int32Array(customers + 1)
  const squaredGaps = new Float64Array(customers + 1)
  const falls = new Uint8Array(customers + 1)
  const step = (customer: number, day: number): void => {
    if (count[customer] === 0) first[customer] = day
    else squaredGaps[customer]! += (day - last[customer]!) ** 2
    last[customer] = day
    count[customer]!++
  }
  return {
    add({ size, who, day }) {
      for (let i = 0; i < size; i++) {
        const customer = who[i]!
        if (day[i]! > last[customer]! || count[customer] === 0) step(customer, day[i]!)
        else if (day[i]! < last[customer]!) falls[customer] = 1
      }
    },
    result() {
      const wanted = falls.subarray(0, customers)
      if (wanted.includes(1)) {
        const { offsets, values } = sortedDays(wanted)
        for (let customer = 0; customer < customers; customer++) {
          if (wanted[customer] === 0) continue
          count[customer] = squaredGaps[customer] = 0
          for (let i = offsets[customer]!; i < offsets[customer + 1]!; i++) {
            if (count[customer] === 0 || values[i]! > last[customer]!) step(customer, values[i]!)
          }
        }
      }
      return { count, first, last, squaredGaps }
    },
  }
}
