import { random, type Transactions } from '@clientele/core'
import { shop, type Line } from './shops.js'

/** A log of many lines of a few customers and products, some pairs more than once, drawn from a seed. */
export function randomShop(seed: number, lines = 200): Transactions<string, string> {
  const stream = random(seed)
  return shop(
    Array.from({ length: lines }, (): Line => {
      return [`c${stream.integer(15)}`, 1 + stream.integer(30), `p${stream.integer(20)}`]
    }),
  )
}

/** Lines of a log as text, to compare logs whose indexes differ. */
export function linesOf(orders: Transactions): string[] {
  return Array.from(orders.time, (time, line) => `${pairOf(orders, line)} ${time}`)
}

/** Customers and products of a log's lines, as text. */
export function pairsOf(orders: Transactions): Set<string> {
  return new Set(Array.from(orders.time, (_, line) => pairOf(orders, line)))
}

function pairOf({ customers, customer, products, product }: Transactions, line: number): string {
  return `${customers.ids[customer[line]!]} ${products!.ids[product![line]!]}`
}
