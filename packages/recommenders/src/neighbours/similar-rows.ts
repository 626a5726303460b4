import type { Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import type { ComparedRows } from './compared-rows.js'
import { similarLists, type Lists } from './similar-lists.js'

/**
 * The most similar rows of each row.
 *
 * Time is the sum over columns of (cells of the column)², so that a row with cells in every column costs no more than its place in
 * those columns. Memory is the weighted matrix twice more and the kept neighbours, never rows × rows.
 * @param fn the calling function, named in errors
 * @param among whether a row may be one of its own neighbours
 * @returns rows × rows, row i holding the neighbours of row i, all above 0
 * @throws RangeError when memory does not suffice
 */
export function* similarRows(
  engine: Engine,
  fn: string,
  compared: ComparedRows,
  among: 'others' | 'all' = 'others',
): Steps<Csr> {
  const { limits, byRow, sizes } = compared
  const areSelves = among === 'others'
  const kept = Math.min(limits.neighbors, Math.max(1, areSelves ? byRow.rows - 1 : byRow.rows))
  const pieces: Lists[] = []
  yield* similarLists(engine, fn, compared, { byRow, sizes, areSelves, kept }, (lists) => pieces.push(lists))
  return joined(byRow.rows, pieces)
}

/** Lists of rows that come by some rows at a time, as one square matrix. */
function joined(rows: number, pieces: readonly Lists[]): Csr {
  if (pieces.length === 1) return { rows, columns: rows, ...pieces[0]! }
  const cells = pieces.reduce((sum, { indices }) => sum + indices.length, 0)
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(cells)
  const values = new Float64Array(cells)
  let [row, cell] = [0, 0]
  for (const piece of pieces) {
    indices.set(piece.indices, cell)
    values.set(piece.values, cell)
    for (let r = 1; r < piece.offsets.length; r++) offsets[++row] = cell + piece.offsets[r]!
    cell += piece.indices.length
  }
  return { rows, columns: rows, offsets, indices, values }
}
