import { pack } from './pack.js'
import { DEPTH } from './product.js'
import { addPanels, TILE_ROWS, tileColumns } from './tile.js'

/**
 * The n best of each row of scores, best first; equal scores rank by the lower column. -Infinity marks a column that may not be
 * chosen; places that stay empty get column -1 and score -Infinity.
 */
export function topRows(
  scores: Float32Array,
  columns: number,
  n: number,
  indices: Int32Array,
  best: Float32Array,
  start: number,
  end: number,
): void {
  for (let r = start; r < end; r++) {
    const row = scores.subarray(r * columns, (r + 1) * columns)
    topOfRow(row, indices.subarray(r * n, (r + 1) * n), best.subarray(r * n, (r + 1) * n))
  }
}

/** Insertion into a short sorted list: columns come in ascending order, so an equal score stays behind the earlier one. */
function topOfRow(scores: Float32Array, indices: Int32Array, best: Float32Array): void {
  const n = indices.length
  indices.fill(-1)
  best.fill(-Infinity)
  for (let column = 0; column < scores.length; column++) {
    const score = scores[column]!
    let place = n
    while (place > 0 && score > best[place - 1]!) place--
    if (place === n) continue
    best.copyWithin(place + 1, place, n - 1)
    indices.copyWithin(place + 1, place, n - 1)
    best[place] = score
    indices[place] = column
  }
}

/** The n best columns of left · right for each row, without the columns that `seen` lists for it; one row at a time. */
export function topProducts(
  left: Float32Array,
  packedRight: Float32Array,
  depth: number,
  columns: number,
  seenOffsets: Int32Array,
  seen: Int32Array,
  n: number,
  indices: Int32Array,
  best: Float32Array,
  scratch: Float32Array,
  start: number,
  end: number,
): void {
  const scores = scratch.subarray(0, columns)
  const packedLeft = scratch.subarray(columns)
  const width = tileColumns(left)
  const panels = Math.ceil(columns / width)
  for (let r = start; r < end; r++) {
    scores.fill(0)
    for (let k = 0; k < depth; k += DEPTH) {
      const size = Math.min(DEPTH, depth - k)
      pack(left.subarray(r * depth + k), depth, 1, 1, size, TILE_ROWS, packedLeft)
      addPanels(packedLeft, packedRight.subarray(k * panels * width), size, 1, columns, scores, columns)
    }
    for (let i = seenOffsets[r]!; i < seenOffsets[r + 1]!; i++) scores[seen[i]!] = -Infinity
    topOfRow(scores, indices.subarray(r * n, (r + 1) * n), best.subarray(r * n, (r + 1) * n))
  }
}
