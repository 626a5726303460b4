import { checkOneOf, typeError } from './checks.js'
import { csrFromTriplets, type Csr } from './csr.js'
import type { Id, IdIndex } from './id-index.js'
import type { Transactions } from './transactions.js'

/** Who bought what, and how much it counts: a sparse matrix of customers × products. */
export interface Interactions<C extends Id = Id, P extends Id = Id> {
  /** The customers: rows of `matrix`. */
  readonly customers: IdIndex<C>
  /** The products: columns of `matrix`. */
  readonly products: IdIndex<P>
  /** One row per customer, one column per product. */
  readonly matrix: Csr
}

/**
 * What one cell counts: `'count'` lines, `'quantity'` units, `'binary'` whether there is a line at all (1), `'log1pAmount'`
 * ln(1 + money).
 */
export type InteractionValue = 'count' | 'quantity' | 'binary' | 'log1pAmount'

/** How interactions are made of orders. */
export interface InteractionOptions {
  /** What a cell counts; default `'count'` (lines). */
  readonly value?: InteractionValue
}

const VALUES: readonly InteractionValue[] = ['count', 'quantity', 'binary', 'log1pAmount']

/**
 * Customers × products from an order log; lines of one customer and product are merged into one cell. A cell stays
 * when its lines cancel out (bought and returned): it then holds 0, or 1 as `'binary'`.
 *
 * O(lines + customers + products) time and memory.
 * @throws TypeError when the orders have no product column, or no quantity column where it is needed; RangeError when
 *   `value` is none of those listed
 * @example interactionsOf(orders, { value: 'binary' })
 */
export function interactionsOf<C extends Id, P extends Id>(
  orders: Transactions<C, P>,
  { value = 'count' }: InteractionOptions = {},
): Interactions<C, P> {
  checkOneOf('interactionsOf', 'value', value, VALUES)
  const { products, product } = orders
  if (products === undefined || product === undefined) {
    throw typeError('interactionsOf', 'orders.product', 'be a column of the order log', product)
  }
  const merged = csrFromTriplets(
    orders.customer,
    product,
    lineValues(orders, value),
    orders.customers.ids.length,
    products.ids.length,
  )
  return { customers: orders.customers, products, matrix: finish(merged, value) }
}

function lineValues(orders: Transactions, value: InteractionValue): Float64Array {
  if (value === 'log1pAmount') return orders.amount
  if (value !== 'quantity') return new Float64Array(orders.size).fill(1)
  if (orders.quantity === undefined) {
    throw typeError('interactionsOf', 'orders.quantity', 'be a column of the order log', undefined)
  }
  return orders.quantity
}

/** What is done once the lines of a cell are merged. Money below 0 (net refunds) keeps its sign: -ln(1 + |money|). */
function finish(matrix: Csr, value: InteractionValue): Csr {
  if (value === 'binary') return { ...matrix, values: matrix.values.map(() => 1) }
  if (value === 'log1pAmount') {
    return { ...matrix, values: matrix.values.map((money) => Math.sign(money) * Math.log1p(Math.abs(money))) }
  }
  return matrix
}
