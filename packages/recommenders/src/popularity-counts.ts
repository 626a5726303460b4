import { groupSums, typeError, type Csr, type Transactions } from '@clientele/core'

/**
 * What makes a product popular: how many customers have it, how many lines name it, how many units were sold, or the
 * mean units of a line.
 */
export type PopularityMeasure = 'customers' | 'lines' | 'quantity' | 'meanQuantity'

/** Number of customers who have each product (cells of each column): O(cells). */
export function customersOf({ columns, indices }: Csr): Float64Array {
  const counts = new Float64Array(columns)
  for (let cell = 0; cell < indices.length; cell++) counts[indices[cell]!]!++
  return counts
}

/**
 * Lines, units or mean units per line of each product; 0 for a product without a line. O(lines).
 * @throws TypeError when the orders have no product column, or no quantity column where it is needed
 */
export function lineMeasure(orders: Transactions, by: Exclude<PopularityMeasure, 'customers'>): Float64Array {
  const product = column(orders, 'product')
  const count = orders.products?.ids.length ?? 0
  const units = (): Float64Array => groupSums(product, column(orders, 'quantity'), count)
  if (by === 'quantity') return units()
  const lines = groupSums(product, new Float64Array(product.length).fill(1), count)
  if (by === 'lines') return lines
  return units().map((sum, item) => (lines[item] === 0 ? 0 : sum / lines[item]!))
}

function column<N extends 'product' | 'quantity'>(orders: Transactions, name: N): NonNullable<Transactions[N]> {
  const values = orders[name]
  if (values === undefined) throw typeError('fitPopularity', `data.${name}`, 'be a column of the order log', values)
  return values
}
