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
  /** Test lines of new customers. */
  readonly newCustomerLines: number
  /** Products with lines on both sides. */
  readonly returningProducts?: number
  /** Products with lines in the test side only: no model can learn them from the train side. */
  readonly newProducts?: number
  /** Test lines of new products. */
  readonly newProductLines?: number
  /** Pairs of a customer and a product with lines on both sides: what is bought again. */
  readonly repeatedPairs?: number
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
  const customers = overlapOf(train.customers, test.customers, test.customer)
  const common = {
    train: sideFacts(train),
    test: sideFacts(test),
    returningCustomers: customers.both,
    newCustomers: customers.onlyTest,
    newCustomerLines: customers.linesOfNew,
  }
  if (!train.products || !train.product || !test.products || !test.product) return common
  const products = overlapOf(train.products, test.products, test.product)
  const count = train.products.ids.length
  const pair = (customer: number, product: number) => customer * count + product
  const known = new Set(Array.from(train.customer, (customer, line) => pair(customer, train.product![line]!)))
  const repeated = new Set<number>()
  test.customer.forEach((each, line) => {
    const [customer, product] = [customers.known[each]!, products.known[test.product![line]!]!]
    if (customer >= 0 && product >= 0 && known.has(pair(customer, product))) repeated.add(pair(customer, product))
  })
  return {
    ...common,
    returningProducts: products.both,
    newProducts: products.onlyTest,
    newProductLines: products.linesOfNew,
    repeatedPairs: repeated.size,
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

/** Which ids of the test side the train side knows, and how many lines are of others. */
function overlapOf(train: IdIndex, { ids }: IdIndex, column: Int32Array) {
  const known = Int32Array.from(ids, (id) => positionOf(train, id))
  const both = known.reduce((count, position) => count + (position >= 0 ? 1 : 0), 0)
  const linesOfNew = column.reduce((count, each) => count + (known[each]! < 0 ? 1 : 0), 0)
  return { known, both, onlyTest: ids.length - both, linesOfNew }
}
