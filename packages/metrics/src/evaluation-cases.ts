import {
  idIndex,
  interactionsOf,
  positionOf,
  rangeError,
  typeError,
  type Csr,
  type Id,
  type IdIndex,
  type Transactions,
} from '@clientele/core'
import type { EvaluationProtocol } from './evaluation.js'

/** The customers who can be judged: what they had bought, and what they went on to buy. */
export interface EvaluationCases<C extends Id = Id> {
  readonly customers: IdIndex<C>
  /** Products of the train period, then those that appear in the test period only. */
  readonly products: IdIndex
  /** How many of `products` are of the train period. */
  readonly trainProducts: number
  /** Case → positions of the products relevant to the customer, at least one. */
  readonly relevant: readonly Int32Array[]
  /** Case → positions of the products that the customer bought in the train period; none for new customers. */
  readonly seen: readonly Int32Array[]
  /** Customers of the population without a relevant product. */
  readonly skipped: number
  /** Customers of the test period who are not in the train period. */
  readonly newCustomers: number
}

/**
 * The cases of a split under a protocol. O(lines + customers + products) time and memory.
 * @throws TypeError when the orders have no products, RangeError when nobody can be judged
 */
export function evaluationCases<C extends Id>(
  train: Transactions<C>,
  test: Transactions<C>,
  { repurchases, population }: Pick<EvaluationProtocol, 'repurchases' | 'population'>,
): EvaluationCases<C> {
  const known = productsOf('train', train)
  const products = idIndex([...known.ids, ...productsOf('test', test).ids])
  const trainRows = test.customers.ids.map((customer) => positionOf(train.customers, customer))
  const asked = rowsWhere(trainRows, (row) => row < 0 === (population === 'new'))
  const seen = purchases(
    train,
    products,
    asked.map((row) => trainRows[row]!),
  )
  const bought = purchases(test, products, asked)
  const relevant = repurchases === 'include' ? bought : bought.map((later, i) => without(later, seen[i]!))
  const judged = rowsWhere(relevant, ({ length }) => length > 0)
  if (judged.length === 0) {
    throw rangeError('evaluate', 'split', `have ${population} customers with relevant products in the test period`, 0)
  }
  return {
    customers: { ids: judged.map((i) => test.customers.ids[asked[i]!]!) },
    products,
    trainProducts: known.ids.length,
    relevant: judged.map((i) => relevant[i]!),
    seen: judged.map((i) => seen[i]!),
    skipped: asked.length - judged.length,
    newCustomers: trainRows.filter((row) => row < 0).length,
  }
}

function productsOf(side: string, { products, product }: Transactions): IdIndex {
  if (products !== undefined && product !== undefined) return products
  throw typeError('evaluate', `split.${side}.product`, 'be a column of the order log', product)
}

/** Positions of the values that pass. */
function rowsWhere<T>(values: readonly T[], passes: (value: T) => boolean): number[] {
  return [...values.keys()].filter((row) => passes(values[row]!))
}

/** Distinct products of some customers of a side (-1: a customer it does not know), as positions in `products`. */
function purchases(orders: Transactions, products: IdIndex, customers: readonly number[]): Int32Array[] {
  const { offsets, indices }: Csr = interactionsOf(orders, { value: 'binary' }).matrix
  const positions = Int32Array.from(orders.products!.ids, (id) => positionOf(products, id))
  return customers.map((row) =>
    row < 0 ? new Int32Array(0) : indices.slice(offsets[row], offsets[row + 1]).map((product) => positions[product]!),
  )
}

function without(products: Int32Array, others: Int32Array): Int32Array {
  const left = new Set(others)
  return products.filter((product) => !left.has(product))
}
