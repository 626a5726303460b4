import { checkInteger, checkLength, rangeError } from './checks.js'

/**
 * A sparse matrix in compressed sparse row form: row r holds the cells `offsets[r]` to `offsets[r + 1] - 1`, each a column
 * in `indices` (ascending within a row, no repeats) and a number in `values`.
 */
export interface Csr {
  readonly rows: number
  readonly columns: number
  readonly offsets: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/**
 * A sparse matrix from (row, column, value) triplets; triplets of one cell are added in the order given.
 *
 * Two counting sorts: O(triplets + rows + columns) time and memory.
 * @throws RangeError when the lists differ in length or an index is outside the shape
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
  checkIndices('rowOf', rowOf, rows)
  checkIndices('columnOf', columnOf, columns)
  const byColumn = bucket(columnOf, rowOf, valueOf, columns)
  const sorted = bucket(byColumn.indices, byColumn.majors, byColumn.values, rows)
  return mergeRepeats(rows, columns, sorted)
}

function checkIndices(name: string, indices: ArrayLike<number>, size: number): void {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!
    if (!(Number.isInteger(index) && index >= 0 && index < size)) {
      throw rangeError('csrFromTriplets', `${name}[${i}]`, `be an index below ${size}`, index)
    }
  }
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

function mergeRepeats(rows: number, columns: number, sorted: Bucketed): Csr {
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(sorted.indices.length)
  const values = new Float64Array(sorted.values.length)
  let filled = 0
  for (let row = 0; row < rows; row++) {
    const start = filled
    for (let i = sorted.offsets[row]!; i < sorted.offsets[row + 1]!; i++) {
      const column = sorted.indices[i]!
      if (filled > start && indices[filled - 1] === column) {
        values[filled - 1]! += sorted.values[i]!
      } else {
        indices[filled] = column
        values[filled] = sorted.values[i]!
        filled++
      }
    }
    offsets[row + 1] = filled
  }
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
