import { pack } from './pack'
import { addPartOfTile, addTile, TILE_ROWS, tileColumns } from './tile'

/** Depth of a block: one panel of each side then stays in the first-level cache (8 kB and 4 to 8 kB). */
export const DEPTH: i32 = 256

/** Packs columns of the right side, in blocks of DEPTH rows: block, panel, depth, column. Rows of the task are panels. */
function packRight<T>(
  right: usize,
  depth: i32,
  columns: i32,
  depthStep: i32,
  columnStep: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  const width = tileColumns<T>()
  const panels = (columns + width - 1) / width
  const first = start * width
  const lines = min(columns, end * width) - first
  for (let from = 0; from < depth; from += DEPTH) {
    const size = min(DEPTH, depth - from)
    const to = into + (<usize>from * panels + <usize>start * size) * width * sizeof<T>()
    const cell = right + (<usize>from * depthStep + <usize>first * columnStep) * sizeof<T>()
    pack<T>(cell, <usize>columnStep * sizeof<T>(), <usize>depthStep * sizeof<T>(), lines, size, width, to)
  }
}

/** into[start..end) = (or, unless `fresh`, +=) left[start..end) · right. `scratch` has room for the packed rows of one block and one tile. */
function multiply<T>(
  left: usize,
  rowStep: i32,
  depthStep: i32,
  packedRight: usize,
  depth: i32,
  columns: i32,
  into: usize,
  fresh: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const width = tileColumns<T>()
  const panels = (columns + width - 1) / width
  const stride = <usize>columns * sizeof<T>()
  const rows = end - start
  const output = into + <usize>start * stride
  const spare = scratch
  const packedLeft = scratch + 4 * 32
  if (fresh) memory.fill(output, 0, <usize>rows * stride)
  for (let from = 0; from < depth; from += DEPTH) {
    const size = min(DEPTH, depth - from)
    const cell = left + (<usize>start * rowStep + <usize>from * depthStep) * sizeof<T>()
    pack<T>(cell, <usize>rowStep * sizeof<T>(), <usize>depthStep * sizeof<T>(), rows, size, TILE_ROWS, packedLeft)
    const block = packedRight + <usize>from * panels * width * sizeof<T>()
    addPanels<T>(packedLeft, block, size, rows, columns, output, stride, spare)
  }
}

/** All tiles of packed rows by packed columns: a panel of columns stays in cache while all rows pass it. */
export function addPanels<T>(
  left: usize,
  right: usize,
  depth: i32,
  rows: i32,
  columns: i32,
  into: usize,
  stride: usize,
  spare: usize,
): void {
  const width = tileColumns<T>()
  for (let c = 0; c < columns; c += width) {
    const b = right + <usize>c * depth * sizeof<T>()
    const wide = min(width, columns - c)
    for (let r = 0; r < rows; r += TILE_ROWS) {
      const a = left + <usize>r * depth * sizeof<T>()
      const cell = into + <usize>r * stride + <usize>c * sizeof<T>()
      const high = min(TILE_ROWS, rows - r)
      if (wide == width && high == TILE_ROWS) addTile<T>(a, b, depth, cell, stride)
      else addPartOfTile<T>(a, b, depth, cell, stride, high, wide, spare)
    }
  }
}

export function packRightF32(
  right: usize,
  depth: i32,
  columns: i32,
  depthStep: i32,
  columnStep: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  packRight<f32>(right, depth, columns, depthStep, columnStep, into, start, end)
}

export function packRightF64(
  right: usize,
  depth: i32,
  columns: i32,
  depthStep: i32,
  columnStep: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  packRight<f64>(right, depth, columns, depthStep, columnStep, into, start, end)
}

export function multiplyF32(
  left: usize,
  rowStep: i32,
  depthStep: i32,
  packedRight: usize,
  depth: i32,
  columns: i32,
  into: usize,
  fresh: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  multiply<f32>(left, rowStep, depthStep, packedRight, depth, columns, into, fresh, scratch, start, end)
}

export function multiplyF64(
  left: usize,
  rowStep: i32,
  depthStep: i32,
  packedRight: usize,
  depth: i32,
  columns: i32,
  into: usize,
  fresh: i32,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  multiply<f64>(left, rowStep, depthStep, packedRight, depth, columns, into, fresh, scratch, start, end)
}
