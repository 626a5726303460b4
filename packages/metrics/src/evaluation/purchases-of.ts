import type { Transactions } from '@clientele/core'

/**
 * Distinct products of some customers, each customer's in the order of their lines.
 *
 * One counting sort of the lines of those customers: O(lines + customers + products) time and memory.
 * @param orders with a product column
 * @param customers positions of distinct customers; -1 for one whom the orders do not know: no products
 * @returns per customer positions in `orders.products`
 */
export function purchasesOf(
  { customers: known, customer, products, product }: Transactions,
  customers: Int32Array,
): Int32Array[] {
  const caseOf = new Int32Array(known.ids.length).fill(-1)
  customers.forEach((position, row) => {
    if (position >= 0) caseOf[position] = row
  })
  const offsets = new Int32Array(customers.length + 1)
  for (const position of customer) {
    const row = caseOf[position]!
    if (row >= 0) offsets[row + 1]!++
  }
  for (let row = 0; row < customers.length; row++) offsets[row + 1]! += offsets[row]!
  const next = offsets.slice()
  const bought = new Int32Array(offsets.at(-1)!)
  for (let line = 0; line < customer.length; line++) {
    const row = caseOf[customer[line]!]!
    if (row >= 0) bought[next[row]!++] = product![line]!
  }
  // Product → the last customer it was noted for, so that nothing is cleared between customers.
  const notedFor = new Int32Array(products!.ids.length).fill(-1)
  return Array.from(customers, (_, row) => {
    const start = offsets[row]!
    let end = start
    for (let i = start; i < offsets[row + 1]!; i++) {
      const each = bought[i]!
      if (notedFor[each] === row) continue
      notedFor[each] = row
      bought[end++] = each
    }
    return bought.slice(start, end)
  })
}
