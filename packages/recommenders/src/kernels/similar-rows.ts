import { TopK } from '@clientele/core'
import { addCommon, PARTS } from './add-column.js'
import { writeKept } from './kept.js'
import { KIND, similarityOf, trustOf } from './similarity.js'

/**
 * The most similar rows of a sparse matrix for each of some rows, which need not be among them. The list of row r begins at
 * `r * neighbors` of `kept` and `similarities`, ascending by row; `counts` says how long it is. Only similarities above 0 are kept,
 * but of differences all; of equal ones the lower row.
 *
 * A row is compared with all others at once: for each of its columns, what it has in common with every row that has the column is
 * added up. So the work is that of the columns' lengths, whatever the number of rows.
 * @param offsets with `columns` and `values`: the rows for which lists are made
 * @param columnOffsets with `columnRows` and `columnValues`: the matrix they are compared with, column after column
 * @param rows how many rows it has
 * @param parts numbers that are added up for each pair, see {@link addCommon}
 * @param kind what is made of them, see {@link similarityOf}, which also says what `sizes`, `total` and `xlogx` are
 * @param ownSizes like `sizes`, of the rows for which lists are made
 * @param self row r is row `self + r` of the matrix and not its own neighbour; `rows` where it is none of them
 * @param numbers room for `rows * (parts + 1) + neighbors` numbers; twins need the first `rows * parts`
 */
export function similarRows(
  offsets: Int32Array,
  columns: Int32Array,
  values: Float64Array,
  columnOffsets: Int32Array,
  columnRows: Int32Array,
  columnValues: Float64Array,
  rows: number,
  parts: number,
  kind: number,
  sizes: Float64Array,
  total: number,
  xlogx: Float64Array,
  shrinkage: number,
  minSupport: number,
  neighbors: number,
  ownSizes: Float64Array,
  self: number,
  counts: Int32Array,
  kept: Int32Array,
  similarities: Float64Array,
  numbers: Float64Array,
  _integers: Int32Array,
  start: number,
  end: number,
): void {
  const best = new TopK(neighbors)
  for (let r = start; r < end; r++) {
    const pairs = numbers.fill(0, 0, rows * parts)
    addUp({ offsets, columns, values, columnOffsets, columnRows, columnValues }, r, parts, pairs)
    for (let other = 0; other < rows; other++) {
      const pair = other * parts
      if (other === self + r || isApart(pairs, pair, parts, minSupport)) continue
      const similarity = similarityOf(kind, pairs, pair, ownSizes[r]!, sizes[other]!, total, xlogx)
      const trusted = similarity * trustOf(kind, pairs[pair + 1]!, shrinkage)
      if (trusted > 0 || kind === KIND.meanDifference) best.push(other, trusted)
    }
    counts[r] = writeKept(best, kept.subarray(r * neighbors), similarities.subarray(r * neighbors))
  }
}

/** Whether two rows have too little in common to be compared. */
export function isApart(pairs: Float64Array, pair: number, parts: number, minSupport: number): boolean {
  return parts > PARTS.dots ? pairs[pair + 1]! < minSupport : pairs[pair] === 0
}

/** Adds up, into `parts` numbers for each row, what a row has in common with it. */
export function addUp(
  { offsets, columns, values, columnOffsets, columnRows, columnValues }: Lists,
  row: number,
  parts: number,
  into: Float64Array,
): void {
  for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
    const end = columnOffsets[columns[cell]! + 1]!
    for (let at = columnOffsets[columns[cell]!]!; at < end; at++) {
      addCommon(parts, into, columnRows[at]! * parts, values[cell]!, columnValues[at]!)
    }
  }
}

/** Rows, and the matrix that they are compared with, column after column. */
interface Lists {
  readonly offsets: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly columnOffsets: Int32Array
  readonly columnRows: Int32Array
  readonly columnValues: Float64Array
}
