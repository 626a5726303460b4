import { TopK } from '@clientele/core'
import { addDenseRow, addRow } from '../sums/add-row.js'

/**
 * The best columns of sums of sparse rows, best first. Sum r adds up the rows that `terms` names for r, each times its factor.
 * Equal sums rank by the lower column; only sums above `above` count, and no columns that `seen` lists for r.
 *
 * Of each sum up to eight lists are made: list p leaves out the columns of which `refused` has bit p. It is list number
 * `l = r * lists + p`, with `counts[l]` columns from `l * n` on in `best` and `scores`.
 * @param numbers room for `columns + n` numbers
 */
export function bestOfSums(
  termOffsets: Int32Array,
  terms: Int32Array,
  factors: Float64Array,
  rowOffsets: Int32Array,
  rowColumns: Int32Array,
  rowValues: Float64Array,
  columns: number,
  seenOffsets: Int32Array,
  seen: Int32Array,
  refused: Uint8Array,
  above: number,
  n: number,
  lists: number,
  counts: Int32Array,
  best: Int32Array,
  scores: Float64Array,
  numbers: Float64Array,
  _integers: Int32Array,
  start: number,
  end: number,
): void {
  const limits = { columns, seenOffsets, seen, refused, above, n, lists }
  for (let r = start; r < end; r++) {
    numbers.fill(0, 0, columns)
    for (let i = termOffsets[r]!; i < termOffsets[r + 1]!; i++) {
      const row = terms[i]!
      addRow(numbers, rowColumns, rowValues, rowOffsets[row]!, rowOffsets[row + 1]!, factors[i]!)
    }
    writeLists(numbers, r, limits, counts, best, scores)
  }
}

/** {@link bestOfSums} of rows that have all their columns: `rowValues` holds `columns` numbers for each. */
export function bestOfDenseSums(
  termOffsets: Int32Array,
  terms: Int32Array,
  factors: Float64Array,
  rowValues: Float64Array,
  columns: number,
  seenOffsets: Int32Array,
  seen: Int32Array,
  refused: Uint8Array,
  above: number,
  n: number,
  lists: number,
  counts: Int32Array,
  best: Int32Array,
  scores: Float64Array,
  numbers: Float64Array,
  _integers: Int32Array,
  start: number,
  end: number,
): void {
  const limits = { columns, seenOffsets, seen, refused, above, n, lists }
  for (let r = start; r < end; r++) {
    numbers.fill(0, 0, columns)
    for (let i = termOffsets[r]!; i < termOffsets[r + 1]!; i++) {
      addDenseRow(numbers, rowValues, terms[i]! * columns, columns, factors[i]!)
    }
    writeLists(numbers, r, limits, counts, best, scores)
  }
}

interface Limits {
  readonly columns: number
  readonly seenOffsets: Int32Array
  readonly seen: Int32Array
  readonly refused: Uint8Array
  readonly above: number
  readonly n: number
  readonly lists: number
}

/** Writes the lists of sum r. */
function writeLists(
  sums: Float64Array,
  r: number,
  { columns, seenOffsets, seen, refused, above, n, lists }: Limits,
  counts: Int32Array,
  best: Int32Array,
  scores: Float64Array,
): void {
  for (let i = seenOffsets[r]!; i < seenOffsets[r + 1]!; i++) sums[seen[i]!] = -Infinity
  for (let list = r * lists, bit = 1; list < (r + 1) * lists; list++, bit *= 2) {
    const kept = new TopK(n)
    for (let column = 0; column < columns; column++) {
      if (sums[column]! > above && (refused[column]! & bit) === 0) kept.push(column, sums[column]!)
    }
    const ranked = kept.drain()
    best.set(ranked.indices, list * n)
    scores.set(ranked.scores, list * n)
    counts[list] = ranked.indices.length
  }
}
