import { pack } from './pack'
import { addPanels, DEPTH } from './product'
import { tileColumns } from './tile'

/**
 * XᵀX of some rows of X: partials[b] = the Gram matrix of block b of `blockRows` rows; the caller adds the blocks in order.
 * `scratch` has room for one tile and twice DEPTH rows, padded to whole panels.
 */
function gram<T>(
  matrix: usize,
  columns: i32,
  partials: usize,
  blockRows: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const stride = <usize>columns * sizeof<T>()
  const out = partials + <usize>(start / blockRows) * columns * stride
  const left = scratch + 128
  const right = left + <usize>((columns + 3) & ~3) * DEPTH * sizeof<T>()
  memory.fill(out, 0, <usize>columns * stride)
  for (let from = start; from < end; from += DEPTH) {
    const depth = min(DEPTH, end - from)
    const cell = matrix + <usize>from * stride
    pack<T>(cell, sizeof<T>(), stride, columns, depth, 4, left)
    pack<T>(cell, sizeof<T>(), stride, columns, depth, tileColumns<T>(), right)
    addPanels<T>(left, right, depth, columns, columns, out, stride, scratch)
  }
}

export function gramF32(
  matrix: usize,
  columns: i32,
  partials: usize,
  blockRows: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  gram<f32>(matrix, columns, partials, blockRows, scratch, start, end)
}

export function gramF64(
  matrix: usize,
  columns: i32,
  partials: usize,
  blockRows: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  gram<f64>(matrix, columns, partials, blockRows, scratch, start, end)
}
