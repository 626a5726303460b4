import { TopK } from '@clientele/core'
import { addCommon, PARTS } from './add-column.js'
import { writeKept } from './kept.js'
import { similarityOf } from './similarity.js'

/**
 * The most similar other rows of the rows `first + start` to `first + end - 1` of a sparse matrix, which comes by rows and by
 * columns. Row r's list begins at `(r - first) * neighbors` of `kept` and `similarities`, ascending by row; `counts` says how long
 * it is. Only similarities above 0 are kept; of equal ones the lower row.
 *
 * A row is compared with all others at once: for each of its columns, what it has in common with every row that has the column is
 * added up. So the work is that of the columns' lengths, whatever the number of rows.
 * @param parts numbers that are added up for each pair, see {@link PARTS}
 * @param kind what is made of them, see {@link similarityOf}, which also says what `sizes`, `total` and `xlogx` are
 * @param numbers room for `rows * (parts + 1) + neighbors` numbers
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
  first: number,
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
    const row = first + r
    const pairs = numbers.fill(0, 0, rows * parts)
    addUp({ offsets, columns, values, columnOffsets, columnRows, columnValues }, row, parts, pairs)
    for (let other = 0; other < rows; other++) {
      const pair = other * parts
      if (other === row || (parts < PARTS.sums && pairs[pair] === 0)) continue
      if (parts > PARTS.dots && pairs[pair + 1]! < minSupport) continue
      const similarity = similarityOf(kind, pairs, pair, sizes[row]!, sizes[other]!, total, xlogx)
      const trust = shrinkage > 0 ? pairs[pair + 1]! / (pairs[pair + 1]! + shrinkage) : 1
      if (similarity * trust > 0) best.push(other, similarity * trust)
    }
    counts[r] = writeKept(best, kept.subarray(r * neighbors), similarities.subarray(r * neighbors))
  }
}

/** Adds up, into `parts` numbers for each row, what a row has in common with it. */
function addUp(
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

interface Lists {
  readonly offsets: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly columnOffsets: Int32Array
  readonly columnRows: Int32Array
  readonly columnValues: Float64Array
}
