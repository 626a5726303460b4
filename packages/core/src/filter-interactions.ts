import { checkInteger } from './checks.js'
import type { Csr } from './csr.js'
import { idIndex, type Id, type IdIndex } from './id-index.js'
import type { Interactions } from './interactions.js'

/** How much evidence a customer or a product needs to stay. */
export interface InteractionFilter {
  /** Least number of products a customer must have; default 1. */
  readonly minPerCustomer?: number
  /** Least number of customers a product must have; default 1. */
  readonly minPerProduct?: number
  /**
   * Whether to go on until what is left satisfies both (default): with k for both, the k-core. `false` asks once, of the
   * interactions as they were given.
   */
  readonly repeat?: boolean
}

/** What stays, and all that went. */
export interface FilteredInteractions<C extends Id = Id, P extends Id = Id> {
  /** The interactions that stay, with the customers and products that stay, in their order. */
  readonly interactions: Interactions<C, P>
  /** The customers that went. */
  readonly droppedCustomers: readonly C[]
  /** The products that went. */
  readonly droppedProducts: readonly P[]
  /** How many cells went with them. */
  readonly droppedCells: number
  /** How often customers and products were looked through. */
  readonly rounds: number
}

/**
 * Interactions without the customers and products of which too little is known: minimum support once, or the k-core.
 *
 * O(cells) time for each round, O(cells) memory.
 * @throws RangeError or TypeError when a least number is not an integer of at least 1
 * @see Seidman (1983), "Network structure and minimum degree", Social Networks 5
 * @example filterInteractions(interactions, { minPerCustomer: 5, minPerProduct: 5 }).interactions // the 5-core
 */
export function filterInteractions<C extends Id, P extends Id>(
  { customers, products, matrix }: Interactions<C, P>,
  { minPerCustomer = 1, minPerProduct = 1, repeat = true }: InteractionFilter = {},
): FilteredInteractions<C, P> {
  checkInteger('filterInteractions', 'minPerCustomer', minPerCustomer, { min: 1 })
  checkInteger('filterInteractions', 'minPerProduct', minPerProduct, { min: 1 })
  const keptRows = new Uint8Array(matrix.rows).fill(1)
  const keptColumns = new Uint8Array(matrix.columns).fill(1)
  let rounds = 0
  for (let changed = true; changed && (repeat || rounds === 0); rounds++) {
    const { perRow, perColumn } = countsOf(matrix, keptRows, keptColumns)
    const rowsWent = dropBelow(keptRows, perRow, minPerCustomer)
    const columnsWent = dropBelow(keptColumns, perColumn, minPerProduct)
    changed = rowsWent || columnsWent
  }
  const kept = keptCells(matrix, keptRows, keptColumns)
  return {
    interactions: {
      customers: idIndex(customers.ids.filter((_, row) => keptRows[row])),
      products: idIndex(products.ids.filter((_, column) => keptColumns[column])),
      matrix: kept,
    },
    droppedCustomers: dropped(customers, keptRows),
    droppedProducts: dropped(products, keptColumns),
    droppedCells: matrix.indices.length - kept.indices.length,
    rounds,
  }
}

function dropped<I extends Id>({ ids }: IdIndex<I>, kept: Uint8Array): I[] {
  return ids.filter((_, position) => kept[position] === 0)
}

function countsOf({ rows, columns, offsets, indices }: Csr, keptRows: Uint8Array, keptColumns: Uint8Array) {
  const perRow = new Int32Array(rows)
  const perColumn = new Int32Array(columns)
  for (let row = 0; row < rows; row++) {
    if (keptRows[row] === 0) continue
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      if (keptColumns[indices[cell]!] === 0) continue
      perRow[row]!++
      perColumn[indices[cell]!]!++
    }
  }
  return { perRow, perColumn }
}

/** Drops what is still kept and counts too few; whether there was any. */
function dropBelow(kept: Uint8Array, counts: Int32Array, least: number): boolean {
  let went = false
  for (let position = 0; position < kept.length; position++) {
    if (kept[position] === 0 || counts[position]! >= least) continue
    kept[position] = 0
    went = true
  }
  return went
}

function keptCells({ rows, offsets, indices, values }: Csr, keptRows: Uint8Array, keptColumns: Uint8Array): Csr {
  const newColumn = new Int32Array(keptColumns.length)
  let columns = 0
  keptColumns.forEach((kept, column) => (newColumn[column] = kept ? columns++ : -1))
  const newOffsets = [0]
  const cells: number[] = []
  for (let row = 0; row < rows; row++) {
    if (keptRows[row] === 0) continue
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      if (newColumn[indices[cell]!] !== -1) cells.push(cell)
    }
    newOffsets.push(cells.length)
  }
  return {
    rows: newOffsets.length - 1,
    columns,
    offsets: Int32Array.from(newOffsets),
    indices: Int32Array.from(cells, (cell) => newColumn[indices[cell]!]!),
    values: Float64Array.from(cells, (cell) => values[cell]!),
  }
}
