import { checkAllFinite, checkIndices, checkInteger, checkLength } from './checks.js'
import { compensated, lostDigits } from './sum.js'

/**
 * A sparse matrix in compressed sparse row form: row r holds the cells `offsets[r]` to `offsets[r + 1] - 1`, each a column
 * in `indices` (ascending within a row, no repeats) and a number in `values`.
 */
export interface Csr {
  /** Number of rows. */
  readonly rows: number
  /** Number of columns. */
  readonly columns: number
  /** `rows + 1` positions: where each row begins in `indices` and `values`, then their length. */
  readonly offsets: Int32Array
  /** The column of each cell. */
  readonly indices: Int32Array
  /** The number in each cell; a cell may hold 0 (what was added to it cancelled out). */
  readonly values: Float64Array
}

/**
 * A sparse matrix from (row, column, value) triplets; triplets of one cell are added, with compensation as
 * {@link compensatedSum} does.
 *
 * Two counting sorts: O(triplets + rows + columns) time and memory.
 * @param rowOf the row of each triplet, integers in [0, rows)
 * @param columnOf the column of each triplet, integers in [0, columns)
 * @param valueOf the finite number of each triplet
 * @throws RangeError when the lists differ in length, an index is outside the shape, or a value is not finite
 * @example csrFromTriplets([0, 0], [1, 1], [2, 3], 1, 2) // one cell: row 0, column 1, value 5
 */
export function csrFromTriplets(
  rowOf: ArrayLike<number>,
  columnOf: ArrayLike<number>,
  valueOf: ArrayLike<number>,
  rows: number,
  columns: number,
): Csr {
  checkInteger('csrFromTriplets', 'rows', rows, { min: 0 })
  checkInteger('csrFromTriplets', 'columns', columns, { min: 0 })
  checkLength('csrFromTriplets', 'columnOf', columnOf, rowOf.length, 'triplet')
  checkLength('csrFromTriplets', 'valueOf', valueOf, rowOf.length, 'triplet')
  checkIndices('csrFromTriplets', 'rowOf', rowOf, rows)
  checkIndices('csrFromTriplets', 'columnOf', columnOf, columns)
  checkAllFinite('csrFromTriplets', 'valueOf', valueOf)
  const byColumn = bucket(columnOf, rowOf, valueOf, columns)
  const sorted = bucket(byColumn.indices, byColumn.majors, byColumn.values, rows)
  return mergeRepeats(rows, columns, sorted)
}

interface Bucketed {
  readonly offsets: Int32Array
  /** The key that was sorted by, per entry. */
  readonly majors: Int32Array
  /** The other index, per entry. */
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** Stable counting sort of entries by `major`. */
function bucket(major: ArrayLike<number>, minor: ArrayLike<number>, value: ArrayLike<number>, size: number): Bucketed {
  const count = major.length
  const offsets = new Int32Array(size + 1)
  for (let i = 0; i < count; i++) offsets[major[i]! + 1]!++
  for (let m = 0; m < size; m++) offsets[m + 1]! += offsets[m]!
  const next = offsets.slice()
  const majors = new Int32Array(count)
  const indices = new Int32Array(count)
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const at = next[major[i]!]!++
    majors[at] = major[i]!
    indices[at] = minor[i]!
    values[at] = value[i]!
  }
  return { offsets, majors, indices, values }
}

/** Cells of one row and column stand side by side after sorting: each run of them becomes one cell. */
function mergeRepeats(rows: number, columns: number, sorted: Bucketed): Csr {
  const { offsets: from, indices: columnOf, values: valueOf } = sorted
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(columnOf.length)
  const values = new Float64Array(columnOf.length)
  let filled = 0
  for (let row = 0; row < rows; row++) {
    const end = from[row + 1]!
    for (let i = from[row]!; i < end; filled++) {
      const column = columnOf[i]!
      let sum = 0
      let lost = 0
      for (; i < end && columnOf[i] === column; i++) {
        const next = sum + valueOf[i]!
        lost += lostDigits(sum, valueOf[i]!, next)
        sum = next
      }
      indices[filled] = column
      values[filled] = compensated(sum, lost)
    }
    offsets[row + 1] = filled
  }
  if (filled === indices.length) return { rows, columns, offsets, indices, values }
  return { rows, columns, offsets, indices: indices.slice(0, filled), values: values.slice(0, filled) }
}

/**
 * The transposed matrix: rows become columns. O(cells + rows + columns) time and memory.
 * @example transpose(csrFromTriplets([0], [2], [5], 1, 3)) // 3 × 1, row 2 holds 5
 */
export function transpose(matrix: Csr): Csr {
  const { rows, columns, offsets: from, indices: columnOf, values: valueOf } = matrix
  const offsets = new Int32Array(columns + 1)
  for (let i = 0; i < columnOf.length; i++) offsets[columnOf[i]! + 1]!++
  for (let c = 0; c < columns; c++) offsets[c + 1]! += offsets[c]!
  const next = offsets.slice()
  const indices = new Int32Array(columnOf.length)
  const values = new Float64Array(columnOf.length)
  for (let row = 0; row < rows; row++) {
    for (let i = from[row]!; i < from[row + 1]!; i++) {
      const at = next[columnOf[i]!]!++
      indices[at] = row
      values[at] = valueOf[i]!
    }
  }
  return { rows: columns, columns: rows, offsets, indices, values }
}
