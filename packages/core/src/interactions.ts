import { logarithm1p } from './logarithm.js'
import { checkOneOf, typeError } from './checks.js'
import { csrFromTriplets, type Csr } from './csr.js'
import type { Id, IdIndex } from './id-index.js'
import { lineWeights, type DecayOptions } from './line-weights.js'
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
 * ln(1 + money), `'rating'` the amount of the customer's latest line of the product (the one later in the log where times
 * are equal).
 */
export type InteractionValue = 'count' | 'quantity' | 'binary' | 'log1pAmount' | 'rating'

/** How interactions are made of orders. */
export interface InteractionOptions extends DecayOptions {
  /** What a cell counts; default `'count'` (lines). */
  readonly value?: InteractionValue
}

const VALUES: readonly InteractionValue[] = ['count', 'quantity', 'binary', 'log1pAmount', 'rating']

/**
 * Customers × products from an order log; lines of one customer and product are merged into one cell. A cell stays
 * when its lines cancel out (bought and returned): it then holds 0, or 1 as `'binary'`.
 *
 * With `halfLife` each line counts 2^(-age / halfLife): counts, quantities and money are added after that, `'binary'` and
 * `'rating'` are decayed by the age of the latest line. Values below 0 are dislikes: models let them lower a score.
 *
 * O(lines + customers + products) time and memory; `'rating'`, and `'binary'` with decay, O(lines log(products of a customer)).
 * @throws TypeError when the orders have no product column, or no quantity column where it is needed; RangeError when
 *   `value` is none of those listed or a line lies after `asOf`
 * @example interactionsOf(orders, { value: 'binary', halfLife: 90, asOf: '2011-12-10' })
 */
export function interactionsOf<C extends Id, P extends Id>(
  orders: Transactions<C, P>,
  { value = 'count', ...decay }: InteractionOptions = {},
): Interactions<C, P> {
  checkOneOf('interactionsOf', 'value', value, VALUES)
  const { products, product } = orders
  if (products === undefined || product === undefined) {
    throw typeError('interactionsOf', 'orders.product', 'be a column of the order log', product)
  }
  const weights = lineWeights('interactionsOf', orders, decay)
  const merged = csrFromTriplets(
    orders.customer,
    product,
    decayed(lineValues(orders, value), weights),
    orders.customers.ids.length,
    products.ids.length,
  )
  return { customers: orders.customers, products, matrix: finish(merged, value, { ...orders, product }, weights) }
}

function lineValues(orders: Transactions, value: InteractionValue): Float64Array {
  if (value === 'log1pAmount') return orders.amount
  if (value !== 'quantity') return new Float64Array(orders.size).fill(1)
  if (orders.quantity === undefined) {
    throw typeError('interactionsOf', 'orders.quantity', 'be a column of the order log', undefined)
  }
  return orders.quantity
}

function decayed(values: Float64Array, weights: Float64Array | undefined): Float64Array {
  return weights === undefined ? values : values.map((value, line) => value * weights[line]!)
}

/** What is done once the lines of a cell are merged. Money below 0 (net refunds) keeps its sign: -ln(1 + |money|). */
function finish(
  matrix: Csr,
  value: InteractionValue,
  orders: Pick<Required<Transactions>, 'customer' | 'product' | 'time' | 'amount'>,
  weights: Float64Array | undefined,
): Csr {
  if (value === 'binary' && weights === undefined)
    return { ...matrix, values: new Float64Array(matrix.values.length).fill(1) }
  if (value === 'binary' || value === 'rating') {
    const valueOf = (line: number) => (value === 'binary' ? 1 : orders.amount[line]!) * (weights?.[line] ?? 1)
    return { ...matrix, values: Float64Array.from(latestLines(matrix, orders), valueOf) }
  }
  if (value === 'log1pAmount') {
    return { ...matrix, values: matrix.values.map((money) => Math.sign(money) * logarithm1p(Math.abs(money))) }
  }
  return matrix
}

/** The latest line of each cell; of equally late ones the last. */
function latestLines(
  { offsets, indices }: Csr,
  { customer, product, time }: Pick<Required<Transactions>, 'customer' | 'product' | 'time'>,
): Int32Array {
  const latest = new Int32Array(indices.length).fill(-1)
  for (let line = 0; line < time.length; line++) {
    let low = offsets[customer[line]!]!
    let high = offsets[customer[line]! + 1]! - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (indices[middle]! < product[line]!) low = middle + 1
      else high = middle
    }
    if (latest[low] === -1 || time[line]! >= time[latest[low]!]!) latest[low] = line
  }
  return latest
}
