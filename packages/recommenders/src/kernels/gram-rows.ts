import { addRow } from '../sums/add-row.js'

/**
 * Rows of the Gram matrix XᵀX of a sparse matrix, up to and including the diagonal: row r is that of column `first + r`.
 *
 * For every row of X that has the column, its cells up to this column are added up, times the column's own: the cells of a row
 * ascend, so the place of the column's own cell says where to stop. Whole numbers are added without rounding.
 * @param columnOffsets with `columnRows` and `columnCells`: for each column of X from `first` on, which rows have it, ascending, and
 *   at which place of `indices` and `values`
 * @param rowOffsets with `indices` and `values`: X, row after row
 * @param into `columns` numbers for each row r; what is above the diagonal is left as it is
 */
export function gramRows(
  columnOffsets: Int32Array,
  columnRows: Int32Array,
  columnCells: Int32Array,
  rowOffsets: Int32Array,
  indices: Int32Array,
  values: Float64Array,
  columns: number,
  first: number,
  into: Float64Array,
  start: number,
  end: number,
): void {
  for (let r = start; r < end; r++) {
    const sums = into.subarray(r * columns, r * columns + first + r + 1).fill(0)
    for (let at = columnOffsets[r]!; at < columnOffsets[r + 1]!; at++) {
      const cell = columnCells[at]!
      addRow(sums, indices, values, rowOffsets[columnRows[at]!]!, cell + 1, values[cell]!)
    }
  }
}
