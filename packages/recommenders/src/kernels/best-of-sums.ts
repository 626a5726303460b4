import { TopK } from '@clientele/core'
import { addDenseRow, addRow } from '../add-row.js'

/**
 * The best columns of sums of sparse rows, best first: `counts[r]` of them from `r * n` on in `best` and `scores`. Sum r adds up
 * the rows that `terms` names for r, each times its factor. Equal sums rank by the lower column; only sums above `above` count,
 * and neither columns that `seen` lists for r nor those that `refused` marks.
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
  counts: Int32Array,
  best: Int32Array,
  scores: Float64Array,
  numbers: Float64Array,
  _integers: Int32Array,
  start: number,
  end: number,
): void {
  const limits = { columns, seenOffsets, seen, refused, above, n }
  for (let r = start; r < end; r++) {
    numbers.fill(0, 0, columns)
    for (let i = termOffsets[r]!; i < termOffsets[r + 1]!; i++) {
      const row = terms[i]!
      addRow(numbers, rowColumns, rowValues, rowOffsets[row]!, rowOffsets[row + 1]!, factors[i]!)
    }
    counts[r] = writeBest(numbers, r, limits, best, scores)
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
  counts: Int32Array,
  best: Int32Array,
  scores: Float64Array,
  numbers: Float64Array,
  _integers: Int32Array,
  start: number,
  end: number,
): void {
  const limits = { columns, seenOffsets, seen, refused, above, n }
  for (let r = start; r < end; r++) {
    numbers.fill(0, 0, columns)
    for (let i = termOffsets[r]!; i < termOffsets[r + 1]!; i++) {
      addDenseRow(numbers, rowValues, terms[i]! * columns, columns, factors[i]!)
    }
    counts[r] = writeBest(numbers, r, limits, best, scores)
  }
}

interface Limits {
  readonly columns: number
  readonly seenOffsets: Int32Array
  readonly seen: Int32Array
  readonly refused: Uint8Array
  readonly above: number
  readonly n: number
}

/** Writes the best of the sums of list r, and returns how many there are. */
function writeBest(sums: Float64Array, r: number, limits: Limits, best: Int32Array, scores: Float64Array): number {
  const { columns, seenOffsets, seen, refused, above, n } = limits
  for (let i = seenOffsets[r]!; i < seenOffsets[r + 1]!; i++) sums[seen[i]!] = -Infinity
  const kept = new TopK(n)
  for (let column = 0; column < columns; column++) {
    if (sums[column]! > above && refused[column] === 0) kept.push(column, sums[column]!)
  }
  const ranked = kept.drain()
  best.set(ranked.indices, r * n)
  scores.set(ranked.scores, r * n)
  return ranked.indices.length
}
