import { pack } from './pack.js'
import { DEPTH } from './product.js'
import { addPanels, TILE_ROWS, tileColumns, type Floats } from './tile.js'

/** XᵀX of some rows of X: partials[b] = the Gram matrix of block b of `blockRows` rows; the caller adds them in block order. */
export function gram(
  matrix: Floats,
  columns: number,
  partials: Floats,
  blockRows: number,
  scratch: Floats,
  start: number,
  end: number,
): void {
  const block = Math.floor(start / blockRows)
  const out = partials.subarray(block * columns * columns, (block + 1) * columns * columns)
  const left = scratch
  const right = scratch.subarray(Math.ceil(columns / TILE_ROWS) * TILE_ROWS * DEPTH)
  out.fill(0)
  for (let from = start; from < end; from += DEPTH) {
    const depth = Math.min(DEPTH, end - from)
    const rows = matrix.subarray(from * columns)
    pack(rows, 1, columns, columns, depth, TILE_ROWS, left)
    pack(rows, 1, columns, columns, depth, tileColumns(matrix), right)
    addPanels(left, right, depth, columns, columns, out, columns)
  }
}
