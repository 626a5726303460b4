import { rowTask, type Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { copyCsr } from '../copy-csr.js'
import { compactLists, roomForLists } from '../found-lists.js'
import { recommenderKernels } from '../kernels/library.js'
import type { ComparedRows } from './compared-rows.js'

/** Rows of one block: enough work to be worth handing out, little enough to be spread evenly. */
const BLOCK_ROWS = 8
/** Places of neighbours that are held in the arena at one time, and how often progress is told. */
const PLACES = 2 ** 22
const REPORTS = 20

/**
 * The most similar rows of each row, by the kernel of the same name.
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
  const { comparison, limits, byRow, byColumn, parts } = compared
  const rows = byRow.rows
  const kept = Math.min(limits.neighbors, Math.max(1, among === 'all' ? rows : rows - 1))
  const atOnce = Math.min(rows, Math.max(BLOCK_ROWS, Math.min(Math.ceil(rows / REPORTS), Math.floor(PLACES / kept))))
  const scratch = [
    { scratch: 'f64', length: rows * (parts + 1) + kept },
    { scratch: 'i32', length: rows + kept + (rows >> 8) + 1 },
  ] as const
  engine.arena.require(fn, bytesOf(compared, atOnce * kept) + engine.threads * 8 * 2 * scratch[0].length)
  const scope = engine.arena.scope(fn)
  try {
    const [offsets, columns, values] = yield* copyCsr(scope, byRow)
    const lists = [columns, values, ...(yield* copyCsr(scope, byColumn))]
    const [sizes, xlogx] = [scope.copy(compared.sizes), scope.copy(compared.xlogx)]
    const settings = [sizes, byRow.columns, xlogx, limits.shrinkage, limits.minSupport, kept]
    const found = roomForLists(scope, atOnce, kept)
    const pieces = []
    for (let first = 0; first < rows; first += atOnce) {
      const count = Math.min(atOnce, rows - first)
      const own = [sizes.from(first), among === 'all' ? rows : first]
      const input = [offsets.from(first), ...lists, rows, parts, comparison.kind, ...settings, ...own]
      const args = [...input, ...found, ...scratch]
      yield rowTask(engine, recommenderKernels, 'similarRows', args, { rows: count, blockRows: BLOCK_ROWS })
      pieces.push(compactLists(found, count, kept))
      yield { stage: 'similarities', done: first + count, total: rows }
    }
    return joined(rows, pieces)
  } finally {
    scope.close()
  }
}

function bytesOf({ byRow, byColumn, sizes, xlogx }: ComparedRows, places: number): number {
  const lists = 2 * 12 * byRow.indices.length + 4 * (byRow.offsets.length + byColumn.offsets.length)
  return lists + 8 * (sizes.length + xlogx.length) + 12 * places
}

/** Lists of rows that come by some rows at a time, as one square matrix. */
function joined(rows: number, pieces: readonly Omit<Csr, 'rows' | 'columns'>[]): Csr {
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
