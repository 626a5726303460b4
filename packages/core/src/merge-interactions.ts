import { checkAllFinite, checkIndices, checkLength, checkOneOf } from './checks.js'
import { csrFromTriplets, type Csr } from './csr.js'
import { idIndex, positionOf, type Id, type IdIndex } from './id-index.js'
import type { Interactions } from './interactions.js'

/** How interactions are merged. */
export interface MergeOptions {
  /**
   * What becomes of a cell that both have: `'add'` (default) both values, right for counts, quantities and money; `'replace'` the
   * older value by the newer, right for ratings and for `'binary'`.
   */
  readonly overlap?: 'add' | 'replace'
}

/**
 * Interactions and what came later, as one. Customers and products keep their positions, new ones follow; neither input is changed.
 *
 * Of counts this is what `interactionsOf` makes of both order logs, one after the other; sums of other numbers differ from that in
 * the last digits at most. O(cells + ids) time and memory.
 * @throws RangeError or TypeError when the added interactions do not fit together or `overlap` is neither
 * @example mergeInteractions(interactions, interactionsOf(ordersOfToday)) // counts of all days
 */
export function mergeInteractions<C extends Id, P extends Id>(
  before: Interactions<C, P>,
  added: Interactions<C, P>,
  { overlap = 'add' }: MergeOptions = {},
): Interactions<C, P> {
  checkOneOf('mergeInteractions', 'overlap', overlap, ['add', 'replace'])
  const { offsets, indices, values } = added.matrix
  checkLength(
    'mergeInteractions',
    'added.matrix.offsets',
    offsets,
    added.customers.ids.length + 1,
    'customer and one more',
  )
  checkLength('mergeInteractions', 'added.matrix.values', values, indices.length, 'cell')
  checkIndices('mergeInteractions', 'added.matrix.indices', indices, added.products.ids.length)
  checkAllFinite('mergeInteractions', 'added.matrix.values', values)
  const customers = joined(before.customers, added.customers)
  const products = joined(before.products, added.products)
  const rowOf = new Int32Array(indices.length)
  customers.positions.forEach((row, customer) => rowOf.fill(row, offsets[customer], offsets[customer + 1]))
  const [rows, columns] = [customers.index.ids.length, products.index.ids.length]
  const columnOf = indices.map((product) => products.positions[product]!)
  const extra = csrFromTriplets(rowOf, columnOf, values, rows, columns)
  return {
    customers: customers.index,
    products: products.index,
    matrix: mergeRows(before.matrix, extra, overlap === 'replace'),
  }
}

/** The ids of both, the first ones where they were, and where the second ones are among them. */
function joined<I extends Id>(
  before: IdIndex<I>,
  added: IdIndex<I>,
): { readonly index: IdIndex<I>; readonly positions: Int32Array } {
  const isNew = added.ids.filter((id) => positionOf(before, id) < 0)
  const index = isNew.length === 0 ? before : idIndex([...before.ids, ...isNew])
  return { index, positions: Int32Array.from(added.ids, (id) => positionOf(index, id)) }
}

/** Two matrices of one shape, cell by cell; the first may have fewer rows and columns. */
function mergeRows(before: Csr, extra: Csr, replaces: boolean): Csr {
  const { rows, columns } = extra
  const most = before.indices.length + extra.indices.length
  const merged = { offsets: new Int32Array(rows + 1), indices: new Int32Array(most), values: new Float64Array(most) }
  let cell = 0
  for (let row = 0; row < rows; row++) {
    let old = row < before.rows ? before.offsets[row]! : 0
    const oldEnd = row < before.rows ? before.offsets[row + 1]! : 0
    for (let at = extra.offsets[row]!; at < extra.offsets[row + 1]!; at++, cell++) {
      const column = extra.indices[at]!
      for (; old < oldEnd && before.indices[old]! < column; old++, cell++) copyCell(before, old, merged, cell)
      copyCell(extra, at, merged, cell)
      if (old === oldEnd || before.indices[old] !== column) continue
      if (!replaces) merged.values[cell]! += before.values[old]!
      old++
    }
    for (; old < oldEnd; old++, cell++) copyCell(before, old, merged, cell)
    merged.offsets[row + 1] = cell
  }
  const { offsets, indices, values } = merged
  return { rows, columns, offsets, indices: indices.slice(0, cell), values: values.slice(0, cell) }
}

type Cells = Pick<Csr, 'indices' | 'values'>

function copyCell(from: Cells, at: number, to: Cells, place: number): void {
  to.indices[place] = from.indices[at]!
  to.values[place] = from.values[at]!
}
