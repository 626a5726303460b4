import { addPanels, DEPTH } from './product'
import { pack } from './pack'
import { tileColumns } from './tile'

/**
 * The n best of each row of f32 scores, best first; equal scores rank by the lower column. -Infinity marks a column that may
 * not be chosen; places that stay empty get column -1 and score -Infinity.
 *
 * A row's scores are compared four at a time with the worst kept one, so that nearly all of them cost a quarter of a comparison.
 */
export function topRows(scores: usize, columns: i32, n: i32, indices: usize, best: usize, start: i32, end: i32): void {
  for (let r = start; r < end; r++) {
    topOfRow(
      scores + ((<usize>r * columns) << 2),
      columns,
      n,
      indices + ((<usize>r * n) << 2),
      best + ((<usize>r * n) << 2),
    )
  }
}

function topOfRow(scores: usize, columns: i32, n: i32, indices: usize, best: usize): void {
  for (let i = 0; i < n; i++) {
    store<i32>(indices + ((<usize>i) << 2), -1)
    store<f32>(best + ((<usize>i) << 2), -Infinity)
  }
  if (n == 0) return
  const lastKept = best + ((<usize>(n - 1)) << 2)
  let worst = f32x4.splat(-Infinity)
  const whole = columns & ~3
  let c = 0
  for (; c < whole; c += 4) {
    const four = v128.load(scores + ((<usize>c) << 2))
    if (v128.any_true(f32x4.gt(four, worst))) {
      for (let lane = 0; lane < 4; lane++) insert(scores, c + lane, n, indices, best)
      worst = v128.load32_splat(lastKept)
    }
  }
  for (; c < columns; c++) insert(scores, c, n, indices, best)
}

/** Puts a column into the sorted list when it beats the last; columns come in ascending order, so equals stay behind. */
function insert(scores: usize, column: i32, n: i32, indices: usize, best: usize): void {
  const score = load<f32>(scores + ((<usize>column) << 2))
  let place = n - 1
  if (!(score > load<f32>(best + ((<usize>place) << 2)))) return
  while (place > 0 && score > load<f32>(best + ((<usize>(place - 1)) << 2))) {
    store<f32>(best + ((<usize>place) << 2), load<f32>(best + ((<usize>(place - 1)) << 2)))
    store<i32>(indices + ((<usize>place) << 2), load<i32>(indices + ((<usize>(place - 1)) << 2)))
    place--
  }
  store<f32>(best + ((<usize>place) << 2), score)
  store<i32>(indices + ((<usize>place) << 2), column)
}

/** Rows whose scores are in scratch at one time. */
const STRIP: i32 = 16

/**
 * The n best columns of left · right for each row, without ever holding all scores: a strip of rows is multiplied, the columns
 * that `seen` lists for a row are struck out, and the best are kept.
 * `seenOffsets` has one entry more than there are rows.
 */
export function topProducts(
  left: usize,
  packedRight: usize,
  depth: i32,
  columns: i32,
  seenOffsets: usize,
  seen: usize,
  n: i32,
  indices: usize,
  best: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const spare = scratch
  const scores = scratch + 128
  const packedLeft = scores + ((<usize>(STRIP * columns)) << 2)
  const width = tileColumns<f32>()
  const panels = (columns + width - 1) / width
  for (let from = start; from < end; from += STRIP) {
    const rows = min(STRIP, end - from)
    memory.fill(scores, 0, (<usize>rows * columns) << 2)
    for (let k = 0; k < depth; k += DEPTH) {
      const size = min(DEPTH, depth - k)
      pack<f32>(left + ((<usize>from * depth + k) << 2), (<usize>depth) << 2, 4, rows, size, 4, packedLeft)
      const right = packedRight + ((<usize>k * panels * width) << 2)
      addPanels<f32>(packedLeft, right, size, rows, columns, scores, (<usize>columns) << 2, spare)
    }
    for (let r = 0; r < rows; r++) strike(scores + ((<usize>r * columns) << 2), from + r, seenOffsets, seen)
    for (let r = 0; r < rows; r++) {
      const row = (<usize>(from + r) * n) << 2
      topOfRow(scores + ((<usize>r * columns) << 2), columns, n, indices + row, best + row)
    }
  }
}

function strike(scores: usize, row: i32, seenOffsets: usize, seen: usize): void {
  const at = seenOffsets + ((<usize>row) << 2)
  const end = load<i32>(at, 4)
  for (let i = load<i32>(at); i < end; i++) {
    store<f32>(scores + ((<usize>load<i32>(seen + ((<usize>i) << 2))) << 2), -Infinity)
  }
}
