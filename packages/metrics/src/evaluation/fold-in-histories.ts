import {
  interactionsOf,
  positionOf,
  type Id,
  type IdIndex,
  type InteractionValue,
  type Transactions,
} from '@clientele/core'
import type { ShownItem } from './evaluation.js'

/**
 * What a model is shown of customers it has not learned from: each one's products in the fold-in part, in the order of its products.
 *
 * O(lines) once and O(products of a customer) a call.
 * @returns case → history; empty for a customer without a line in the fold-in part
 */
export function foldInHistories(
  foldIn: Transactions,
  customers: IdIndex,
  value: InteractionValue = 'count',
): (row: number) => ShownItem[] {
  const { matrix, products } = interactionsOf(foldIn, { value })
  return (row) => {
    const position = positionOf(foldIn.customers, customers.ids[row]!)
    if (position < 0) return []
    const [start, end] = [matrix.offsets[position]!, matrix.offsets[position + 1]!]
    return Array.from(matrix.indices.subarray(start, end), (product, i): ShownItem => {
      return { item: products.ids[product]! satisfies Id, value: matrix.values[start + i]! }
    })
  }
}
