import { random } from '@clientele/core'
import type { DataSet, ShapedArray } from './data-set.js'

/** Customers of every generated log. */
export const CUSTOMERS = 100_000
const PRODUCTS = 5000
/** Steps from one customer's first order to the next one's: with it every customer has one, in no order. */
const STRIDE = 7919
/** Number of categories; each product has one. */
export const CATEGORIES = 12
/** Number of channels; each order has one. */
export const CHANNELS = 3

/** The first moment of the log, and how long it is: two years. */
const START = Date.UTC(2022, 0, 1)
const LENGTH = 730 * 86_400_000
/** The moment after the last order. */
export const AS_OF = START + LENGTH

/**
 * An order log of two years in order of time, with integers as ids: orders have 1 to 9 lines, 5 in the mean; some customers order
 * often and most seldom, some products sell often and most seldom.
 *
 * Columns `customer`, `order`, `time` (whole seconds, in epoch milliseconds) and `amount`; with `details` also `product`,
 * `quantity`, `listAmount` (before a discount of 0, 10 or 20 %), `channel`, and `category`, one per product.
 */
export function orderLog(lines: number, { details = false }: { readonly details?: boolean } = {}): DataSet {
  return {
    name: `order-log-${lines}${details ? '-with-details' : ''}`,
    version: 1,
    make: () => columnsOf(lines, details),
  }
}

function columnsOf(lines: number, details: boolean): Record<string, ShapedArray> {
  const { next, integer } = random('order-log')
  const customer = new Int32Array(lines)
  const order = new Int32Array(lines)
  const time = new Float64Array(lines)
  const amount = new Float64Array(lines)
  const extras = details ? emptyDetails(lines) : undefined
  for (let line = 0, number = 0; line < lines; number++) {
    const who = number < CUSTOMERS ? (number * STRIDE) % CUSTOMERS : Math.floor(CUSTOMERS * next() ** 2)
    const channel = integer(CHANNELS)
    const end = Math.min(lines, line + 1 + integer(9))
    // The lines fill the two years evenly, each order a place within its own part.
    const at = START + Math.floor(((line + (end - line) * next()) / lines) * (LENGTH / 1000)) * 1000
    for (; line < end; line++) {
      customer[line] = who
      order[line] = number
      time[line] = at
      amount[line] = Math.ceil(10_000 * next() ** 3) / 100
      if (extras === undefined) continue
      extras.product[line] = Math.floor(PRODUCTS * next() ** 3)
      extras.quantity[line] = 1 + integer(5)
      extras.listAmount[line] = amount[line]! / (1 - integer(3) / 10)
      extras.channel[line] = channel
    }
  }
  const byLine = Object.entries({ customer, order, time, amount, ...extras })
  const shaped = byLine.map(([name, values]) => [name, { values, shape: [lines] }] as const)
  const category = Int32Array.from({ length: PRODUCTS }, (_, product) => product % CATEGORIES)
  return Object.fromEntries(details ? [...shaped, ['category', { values: category, shape: [PRODUCTS] }]] : shaped)
}

function emptyDetails(lines: number) {
  return {
    product: new Int32Array(lines),
    quantity: new Float64Array(lines),
    listAmount: new Float64Array(lines),
    channel: new Int32Array(lines),
  }
}
