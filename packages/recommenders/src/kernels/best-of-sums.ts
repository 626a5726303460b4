import { TopK } from '@clientele/core'
import { addRow } from '../add-row.js'

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
  const kept = new TopK(n)
  for (let r = start; r < end; r++) {
    const sums = numbers.fill(0, 0, columns)
    for (let i = termOffsets[r]!; i < termOffsets[r + 1]!; i++) {
      const row = terms[i]!
      addRow(sums, rowColumns, rowValues, rowOffsets[row]!, rowOffsets[row + 1]!, factors[i]!)
    }
    for (let i = seenOffsets[r]!; i < seenOffsets[r + 1]!; i++) sums[seen[i]!] = -Infinity
    for (let column = 0; column < columns; column++) {
      if (sums[column]! > above && refused[column] === 0) kept.push(column, sums[column]!)
    }
    const ranked = kept.drain()
    best.set(ranked.indices, r * n)
    scores.set(ranked.scores, r * n)
    counts[r] = ranked.indices.length
  }
}
