import { positionOf, type Id, type IdIndex, type Transactions } from '@clientele/core'

/** An order log cut in two, and what the cut did: the common form of every split. */
export interface Split<C extends Id = Id, P extends Id = Id, O extends Id = Id> {
  /** What a model may learn from. */
  readonly train: Transactions<C, P, O>
  /** What it is judged by. */
  readonly test: Transactions<C, P, O>
  /** Sizes of both sides and their overlap. */
  readonly facts: SplitFacts
}

/** Sizes of both sides of a split and their overlap; figures of products are missing when the orders have none. */
export interface SplitFacts {
  /** What the train side holds. */
  readonly train: SideFacts
  /** What the test side holds. */
  readonly test: SideFacts
  /** Customers with lines on both sides: those a recommender can be judged by. */
  readonly returningCustomers: number
  /** Customers with lines in the test side only. */
  readonly newCustomers: number
  /** Products with lines in the test side only: no model can learn them from the train side. */
  readonly newProducts?: number
  /** Test lines of new products. */
  readonly newProductLines?: number
}

/** What lies on one side of a split. */
export interface SideFacts {
  /** Lines of the order log. */
  readonly lines: number
  /** Distinct customers. */
  readonly customers: number
  /** Distinct products; missing when the orders have no product column. */
  readonly products?: number
  /** Distinct orders; missing when the orders have no order column. */
  readonly orders?: number
  /** Time of the first line, epoch milliseconds. */
  readonly firstTime: number
  /** Time of the last line, epoch milliseconds. */
  readonly lastTime: number
}

/**
 * Sizes of both sides of a split, and how many customers and products of the test side the train side knows.
 *
 * O(lines + customers + products).
 * @param train at least one line
 * @param test at least one line
 * @example splitFacts(train, test).newCustomers // 12
 */
export function splitFacts(train: Transactions, test: Transactions): SplitFacts {
  const returningCustomers = test.customers.ids.filter((id) => positionOf(train.customers, id) >= 0).length
  return {
    train: sideFacts(train),
    test: sideFacts(test),
    returningCustomers,
    newCustomers: test.customers.ids.length - returningCustomers,
    ...(train.products &&
      test.products &&
      test.product &&
      newProductFacts(train.products, test.products, test.product)),
  }
}

function sideFacts({ size, customers, products, orders, time }: Transactions): SideFacts {
  return {
    lines: size,
    customers: customers.ids.length,
    ...(products && { products: products.ids.length }),
    ...(orders && { orders: orders.ids.length }),
    firstTime: time.reduce((first, each) => Math.min(first, each), Infinity),
    lastTime: time.reduce((last, each) => Math.max(last, each), -Infinity),
  }
}

function newProductFacts(known: IdIndex, products: IdIndex, product: Int32Array) {
  const isNew = Uint8Array.from(products.ids, (id) => (positionOf(known, id) < 0 ? 1 : 0))
  let newProducts = 0
  let newProductLines = 0
  for (const flag of isNew) newProducts += flag
  for (const position of product) newProductLines += isNew[position]!
  return { newProducts, newProductLines }
}
