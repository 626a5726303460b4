import { rowTask, type Engine, type Region } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { copyCsr } from '../copy-csr.js'
import { recommenderKernels } from '../kernels/library.js'

/** Rows of the result that one block makes, and how many there are between two reports. */
const BLOCK_ROWS = 8
const REPORT_ROWS = 1024

/**
 * The Gram matrix XᵀX of a sparse matrix by the kernel `gramRows`: columns × columns numbers on and below the diagonal. What is above is
 * left as it was.
 *
 * Time is the sum over rows of (cells of the row)² ÷ 2.
 * @param fn the calling function, named in errors
 * @throws RangeError when memory does not suffice
 */
export function* sparseGram(engine: Engine, fn: string, matrix: Csr, into: Region<'f64'>): Steps<void> {
  const columns = matrix.columns
  const byColumn = placesByColumn(matrix)
  const scope = engine.arena.scope(fn)
  try {
    const offsets = scope.copy(byColumn.offsets)
    const [rowsOf, cellsOf] = [scope.copy(byColumn.rows), scope.copy(byColumn.cells)]
    const byRow = yield* copyCsr(scope, matrix)
    for (let first = 0; first < columns; first += REPORT_ROWS) {
      const rows = Math.min(REPORT_ROWS, columns - first)
      const args = [offsets.from(first), rowsOf, cellsOf, ...byRow, columns, first, into.from(first * columns)]
      yield rowTask(engine, recommenderKernels, 'gramRows', args, { rows, blockRows: BLOCK_ROWS })
      yield { stage: 'pairs', done: first + rows, total: columns }
    }
  } finally {
    scope.close()
  }
}

/** Bytes that {@link sparseGram} holds besides the result. */
export function sparseGramBytes({ rows, columns, indices }: Csr): number {
  return 20 * indices.length + 4 * (rows + columns + 2)
}

/** A matrix seen from its columns: which rows have each, ascending, and where their cells are. */
function placesByColumn({ rows, columns, offsets: from, indices }: Csr): {
  readonly offsets: Int32Array
  readonly rows: Int32Array
  readonly cells: Int32Array
} {
  const offsets = new Int32Array(columns + 1)
  for (let cell = 0; cell < indices.length; cell++) offsets[indices[cell]! + 1]!++
  for (let column = 0; column < columns; column++) offsets[column + 1]! += offsets[column]!
  const next = offsets.slice()
  const rowsOf = new Int32Array(indices.length)
  const cells = new Int32Array(indices.length)
  for (let row = 0; row < rows; row++) {
    for (let cell = from[row]!; cell < from[row + 1]!; cell++) {
      const at = next[indices[cell]!]!++
      rowsOf[at] = row
      cells[at] = cell
    }
  }
  return { offsets, rows: rowsOf, cells }
}
