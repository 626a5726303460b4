/** Number of lines of each customer. O(lines) time, one number per customer. */
export function countLines(customer: Int32Array, customerCount: number): Int32Array {
  const counts = new Int32Array(customerCount)
  for (let line = 0; line < customer.length; line++) counts[customer[line]!]!++
  return counts
}

/**
 * Number of distinct orders of each customer.
 *
 * An order nearly always belongs to one customer, so a table from order to customer tells whether a line opens an order:
 * O(lines) time, one number per order. An order id used by several customers counts for each of them; those who did not use
 * it first are counted with a set of their orders.
 */
export function countOrders(
  customer: Int32Array,
  order: Int32Array,
  customerCount: number,
  orderCount: number,
): Int32Array {
  const counts = new Int32Array(customerCount)
  const unsure = new Uint8Array(customerCount)
  const ownerPlusOne = new Int32Array(orderCount)
  for (let line = 0; line < order.length; line++) {
    const who = customer[line]!
    const owner = ownerPlusOne[order[line]!]! - 1
    if (owner === who) continue
    if (owner >= 0) {
      unsure[who] = 1
    } else {
      ownerPlusOne[order[line]!] = who + 1
      counts[who]!++
    }
  }
  return recount(counts, unsure, customer, (line) => order[line]!)
}

/**
 * Number of distinct values that the lines of each customer have.
 *
 * O(lines) time and one number per customer while a customer's values never fall from line to line, as in a log kept in
 * order of time; other customers are counted with a set of their values, up to 40 bytes each.
 */
export function countDistinct(
  customer: Int32Array,
  valueOf: (line: number) => number,
  customerCount: number,
): Int32Array {
  const counts = new Int32Array(customerCount)
  const unsure = new Uint8Array(customerCount)
  const highest = new Float64Array(customerCount).fill(-Infinity)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    const value = valueOf(line)
    if (value > highest[who]!) {
      highest[who] = value
      counts[who]!++
    } else if (value < highest[who]!) {
      unsure[who] = 1
    }
  }
  return recount(counts, unsure, customer, valueOf)
}

/** Counts the customers who are unsure again, each with the set of their values. */
function recount(
  counts: Int32Array,
  unsure: Uint8Array,
  customer: Int32Array,
  valueOf: (line: number) => number,
): Int32Array {
  if (!unsure.includes(1)) return counts
  const valuesOf = new Map<number, Set<number>>()
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (unsure[who] === 0) continue
    let values = valuesOf.get(who)
    if (values === undefined) valuesOf.set(who, (values = new Set()))
    values.add(valueOf(line))
  }
  for (const [who, values] of valuesOf) counts[who] = values.size
  return counts
}
