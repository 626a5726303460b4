import { idIndex, transactions, type Id, type Transactions } from '@clientele/core'
import type { RecommendingModel } from '../src/index.js'

/** A line as tests write it: customer, day of January 2024, product. */
export type Line = readonly [customer: string, day: number, product: string]

/** An order log of lines, each of one unit of money. */
export function shop(lines: readonly Line[]): Transactions<string, string> {
  return transactions(lines, {
    customer: ([customer]) => customer,
    time: ([, day]) => Date.UTC(2024, 0, day),
    amount: () => 1,
    product: ([, , product]) => product,
  })
}

/** A model that answers from a table, and nothing where the table has nothing. */
export function answering(table: Iterable<readonly [customer: Id, products: readonly Id[]]>): RecommendingModel {
  const lists = new Map(table)
  return { recommend: (customer, { n }) => (lists.get(customer) ?? []).slice(0, n).map((item) => ({ item, score: 1 })) }
}

/**
 * A model that lists the products of an order log by first appearance, those a customer has left out unless asked
 * for.
 */
export function firstProducts(train: Transactions): RecommendingModel {
  return {
    recommend(customer, { n, includeSeen }) {
      const seen = new Set<Id>()
      train.customer.forEach((position, line) => {
        if (train.customers.ids[position] === customer) seen.add(train.products!.ids[train.product![line]!]!)
      })
      const listed = idIndex(train.products!.ids).ids.filter((product) => includeSeen || !seen.has(product))
      return listed.slice(0, n).map((item) => ({ item }))
    },
  }
}
