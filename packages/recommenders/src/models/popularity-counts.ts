import {
  csrFromTriplets,
  interactionsOf,
  typeError,
  type Csr,
  type Interactions,
  type Transactions,
} from '@clientele/core'
import { summedCell } from '../sums/summed-rows.js'

/**
 * What makes a product popular: how many customers have it (of interactions less those who dislike it), how many lines name it, how many units were sold, the mean units of a
 * line, or the money it brought.
 */
export type PopularityMeasure = 'customers' | 'lines' | 'quantity' | 'meanQuantity' | 'revenue'

/** What is added up: how much of a product is counted for a customer, one entry after the other. */
export interface Amounts {
  readonly customer: Int32Array
  readonly product: Int32Array
  readonly value: Float64Array
  /** What sums of `value` are divided by sums of; absent where sums are what counts. */
  readonly per?: Float64Array
}

/**
 * Each customer once for each product they have, however large the value of the cell; a value below 0, a dislike, takes one away, and
 * what cancels out (0) counts nothing. O(cells).
 */
export function customerAmounts({ matrix }: Interactions): Amounts {
  return { ...cellsOf(matrix), value: matrix.values.map((value) => Math.sign(value)) }
}

/**
 * What is counted of an order log. O(lines), for `'customers'` O(lines log(products of a customer)).
 * @param weights how much each line counts; a customer counts for a product as their latest line of it does
 * @throws TypeError when the orders have no product column, or no quantity column where it is needed
 */
export function lineAmounts(orders: Transactions, by: PopularityMeasure, weights: Float64Array): Amounts {
  const { customer } = orders
  const product = column(orders, 'product')
  if (by === 'customers') {
    const { matrix } = interactionsOf({ ...orders, amount: weights }, { value: 'rating' })
    return { ...cellsOf(matrix), value: matrix.values }
  }
  if (by === 'lines') return { customer, product, value: weights }
  const counted = by === 'revenue' ? orders.amount : column(orders, 'quantity')
  const value = counted.map((amount, line) => amount * weights[line]!)
  return by === 'meanQuantity' ? { customer, product, value, per: weights } : { customer, product, value }
}

/**
 * The amounts of each product, sums or means: in row 0 those of everybody, in row s those of the customers of segment s. Products of
 * which a row has nothing have no cell. O(amounts).
 * @param segmentOf the segment of each customer, from 1 to `segments`; 0 for none
 */
export function totalsOf(
  { customer, product, value, per }: Amounts,
  { segmentOf, segments, products }: { segmentOf?: Int32Array | undefined; segments: number; products: number },
): Csr {
  const entries = product.length
  const own = segmentOf
    ? Int32Array.from(product.keys()).filter((i) => segmentOf[customer[i]!]! > 0)
    : product.subarray(0, 0)
  const chosen = Int32Array.from({ length: entries + own.length }, (_, at) => (at < entries ? at : own[at - entries]!))
  const rows = chosen.map((i, at) => (at < entries ? 0 : segmentOf![customer[i]!]!))
  const columns = chosen.map((i) => product[i]!)
  const added = (amounts: Float64Array) =>
    csrFromTriplets(
      rows,
      columns,
      Float64Array.from(chosen, (i) => amounts[i]!),
      1 + segments,
      products,
    )
  const sums = added(value)
  if (per === undefined) return sums
  const counts = added(per).values
  return { ...sums, values: sums.values.map((sum, cell) => ratio(sum, counts[cell]!)) }
}

/** Each amount as a share of what its category has in its row; 0 where the category has nothing, or less. O(cells log(categories)). */
export function sharesOfCategories(totals: Csr, categoryOf: Int32Array, categories: number): Csr {
  const row = cellsOf(totals).customer
  const category = totals.indices.map((product) => categoryOf[product]!)
  const sums = csrFromTriplets(row, category, totals.values, totals.rows, categories)
  const values = totals.values.map((value, cell) =>
    ratio(value, Math.max(0, summedCell(sums, row[cell]!, category[cell]!))),
  )
  return { ...totals, values }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function cellsOf({ rows, offsets, indices }: Csr): Pick<Amounts, 'customer' | 'product'> {
  const customer = new Int32Array(indices.length)
  for (let row = 0; row < rows; row++) customer.fill(row, offsets[row], offsets[row + 1])
  return { customer, product: indices }
}

function column<N extends 'product' | 'quantity'>(orders: Transactions, name: N): NonNullable<Transactions[N]> {
  const values = orders[name]
  if (values === undefined) throw typeError('fitPopularity', `data.${name}`, 'be a column of the order log', values)
  return values
}
