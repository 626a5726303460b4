import { encodeIds, type Transactions } from '@clientele/core'
import type { LineBlock } from './line-block.js'

/** Marks in a block the runs that begin an order of their customer; `false` where it cannot tell. */
export type MarkOpenings = (block: LineBlock) => boolean

/**
 * Openings in a log in which the order numbers of a customer never fall, as in one kept in order of time: an order is new where
 * its number is higher than any the customer had before. Where a number does fall it cannot tell. One number per customer.
 */
export function quickOpenings(marks: Int32Array | Float64Array, customers: number): MarkOpenings {
  const highest = new Float64Array(customers + 1).fill(-Infinity)
  return ({ start, who, runs, first, opens }) => {
    let rises = true
    for (let run = 0; run < runs; run++) {
      const customer = who[first[run]!]!
      const mark = marks[start + first[run]!]!
      const before = highest[customer]!
      opens[run] = mark > before ? 1 : 0
      if (mark > before) highest[customer] = mark
      else if (mark < before && customer < customers) rises = false
    }
    return rises
  }
}

/**
 * Openings in any log, by a table from order to customer; an order that several customers share is remembered with each of
 * them. One number per order, and more for those that are shared.
 */
export function exactOpenings({ order, orders, time }: Transactions, customers: number): MarkOpenings {
  const { codes, count } =
    order !== undefined && orders !== undefined
      ? { codes: order, count: orders.ids.length }
      : codesOf(encodeIds(time, 'orders.time', 'behaviour'))
  const ownerPlusOne = new Int32Array(count)
  const shared = new Set<number>()
  return ({ start, who, runs, first, opens }) => {
    for (let run = 0; run < runs; run++) {
      const customer = who[first[run]!]!
      const code = codes[start + first[run]!]!
      const owner = ownerPlusOne[code]! - 1
      opens[run] = 0
      if (owner === customer || customer === customers) continue
      if (owner < 0) {
        ownerPlusOne[code] = customer + 1
        opens[run] = 1
      } else if (!shared.has(code * customers + customer)) {
        shared.add(code * customers + customer)
        opens[run] = 1
      }
    }
    return true
  }
}

function codesOf({ codes, index }: ReturnType<typeof encodeIds>) {
  return { codes, count: index.ids.length }
}
