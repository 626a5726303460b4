import { pack } from './pack.js'
import { addPanels, TILE_ROWS, tileColumns, type Floats } from './tile.js'

/** Rows of the right side that are summed at a time. */
export const DEPTH = 256

/** Packs columns of the right side, in blocks of DEPTH rows: block, panel, depth, column. Rows of the task are panels. */
export function packRight(
  right: Floats,
  depth: number,
  columns: number,
  depthStep: number,
  columnStep: number,
  into: Floats,
  start: number,
  end: number,
): void {
  const width = tileColumns(into)
  const panels = Math.ceil(columns / width)
  const first = start * width
  const lines = Math.min(columns, end * width) - first
  for (let from = 0; from < depth; from += DEPTH) {
    const size = Math.min(DEPTH, depth - from)
    const to = into.subarray((from * panels + start * size) * width)
    pack(right.subarray(from * depthStep + first * columnStep), columnStep, depthStep, lines, size, width, to)
  }
}

/**
 * into[start..end) = left[start..end) · right, the right side packed; unless `fresh`, the product is added to what is there. Sums
 * run over blocks of DEPTH, then over the blocks, so that a long depth can be done in several calls with the same result.
 */
export function multiply(
  left: Floats,
  rowStep: number,
  depthStep: number,
  packedRight: Floats,
  depth: number,
  columns: number,
  into: Floats,
  fresh: number,
  scratch: Floats,
  start: number,
  end: number,
): void {
  const width = tileColumns(into)
  const panels = Math.ceil(columns / width)
  const rows = end - start
  const output = into.subarray(start * columns, end * columns)
  if (fresh) output.fill(0)
  for (let from = 0; from < depth; from += DEPTH) {
    const size = Math.min(DEPTH, depth - from)
    pack(left.subarray(start * rowStep + from * depthStep), rowStep, depthStep, rows, size, TILE_ROWS, scratch)
    addPanels(scratch, packedRight.subarray(from * panels * width), size, rows, columns, output, columns)
  }
}
