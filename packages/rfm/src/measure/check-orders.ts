import { checkLength, typeError, type Transactions } from '@clientele/core'

/** Columns of a log; the first three are always there. */
const COLUMNS = ['customer', 'time', 'amount', 'product', 'order', 'quantity'] as const

/**
 * Throws unless something is an order log whose columns have one element per line. What stands in them is for those to check
 * who read it. O(1).
 * @throws TypeError when it is none, such as rows that still have to go through `transactions`; RangeError for a column that is
 * too short or too long
 */
export function checkOrders(fn: string, orders: Transactions): void {
  const log = orders as Partial<Transactions> | null | undefined
  if (!log?.customers?.ids || !log.customer || !log.time || !log.amount) {
    throw typeError(fn, 'orders', 'be an order log (see transactions)', orders)
  }
  for (const name of COLUMNS) {
    const column = log[name]
    if (column !== undefined) checkLength(fn, `orders.${name}`, column, orders.size, 'line')
  }
}
