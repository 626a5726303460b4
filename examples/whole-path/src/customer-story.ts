import { calendarDay, positionOf, type Id, type Transactions } from '@clientele/core'

/** What one customer bought, for people. */
export interface CustomerStory {
  readonly customer: Id
  /** The customer's row in every table of customers. */
  readonly row: number
  /** Number of different orders; `undefined` when the log does not tell orders apart. */
  readonly orders: number | undefined
  /** Number of different products; `undefined` when the log has none. */
  readonly products: number | undefined
  readonly firstTime: number
  readonly lastTime: number
  /** Lines of the last 30 days before the analysis date, newest first. */
  readonly lastMonth: readonly Purchase[]
}

/** A line of an order. */
interface Purchase {
  readonly time: number
  readonly product: Id | undefined
  readonly quantity: number | undefined
  readonly amount: number
}

const MONTH_DAYS = 30
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * The purchases of one customer; `undefined` for one who is not in the data. An id given as text also finds the number it
 * spells: files with numeric ids are common, and a command line knows text alone.
 */
export function customerStory(
  orders: Transactions,
  id: string,
  { asOf, timeZone }: { readonly asOf: number; readonly timeZone: string },
): CustomerStory | undefined {
  const row = rowOf(orders, id)
  if (row < 0) return undefined
  const lines = Array.from(orders.customer.keys()).filter((line) => orders.customer[line] === row)
  const times = lines.map((line) => orders.time[line]!)
  const dayOf = calendarDay(timeZone)
  const today = dayOf(asOf)
  const recent = lines.filter((line) => dayOf(orders.time[line]!) >= today - MONTH_DAYS)
  return {
    customer: orders.customers.ids[row]!,
    row,
    orders: orders.order && new Set(lines.map((line) => orders.order![line])).size,
    products: orders.product && new Set(lines.map((line) => orders.product![line])).size,
    firstTime: times.reduce((a, b) => Math.min(a, b)),
    lastTime: times.reduce((a, b) => Math.max(a, b)),
    lastMonth: recent.sort((a, b) => orders.time[b]! - orders.time[a]! || a - b).map((line) => purchase(orders, line)),
  }
}

function rowOf({ customers }: Transactions, id: string): number {
  const row = positionOf(customers, id)
  return row < 0 && NUMBER.test(id) ? positionOf(customers, Number(id)) : row
}

function purchase({ time, products, product, quantity, amount }: Transactions, line: number): Purchase {
  return {
    time: time[line]!,
    product: product && products?.ids[product[line]!],
    quantity: quantity?.[line],
    amount: amount[line]!,
  }
}
