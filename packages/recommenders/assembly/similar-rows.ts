import { addColumn, DOTS, DOTS_AND_COUNTS } from './add-column'
import { pushEntry, replaceWorst, writeKept } from './kept'
import { COSINE, MEAN_DIFFERENCE, similarityOf, trustOf } from './similarity'

/** Rows that share a mark, as a power of two. */
const MARKED: i32 = 6
/** A row is marked when its additions are fewer than this share of the rows: then most marks stay empty. */
const SPARSE: i32 = 8
/** Less than 1 by more than rounding: what it keeps out of a list has no place there. */
const SURELY: f64 = 1 - 1e-12

/** See the twin. */
export function similarRows(
  offsets: usize,
  columns: usize,
  values: usize,
  columnOffsets: usize,
  columnRows: usize,
  columnValues: usize,
  rows: i32,
  parts: i32,
  kind: i32,
  sizes: usize,
  total: i32,
  xlogx: usize,
  shrinkage: f64,
  minSupport: f64,
  neighbors: i32,
  ownSizes: usize,
  self: i32,
  counts: usize,
  kept: usize,
  similarities: usize,
  numbers: usize,
  integers: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>(rows * parts)) << 3
  const scores = numbers + bytes
  const candidates = integers
  const marks = candidates + ((<usize>(rows + neighbors)) << 2)
  memory.fill(numbers, 0, bytes)
  for (let r = start; r < end; r++) {
    const at = <usize>r * neighbors
    const sparse = mark(offsets, columns, columnOffsets, columnRows, r, rows, marks)
    addUp(offsets, columns, values, columnOffsets, columnRows, columnValues, r, parts, numbers)
    if (self < rows) memory.fill(numbers + ((<usize>((self + r) * parts)) << 3), 0, (<usize>parts) << 3)
    const count = select(
      // With room for every row there is no worst to be known.
      neighbors >= (self < rows ? rows - 1 : rows),
      sparse ? marks : 0,
      numbers,
      rows,
      parts,
      kind,
      load<f64>(ownSizes + ((<usize>r) << 3)),
      sizes,
      total,
      xlogx,
      shrinkage,
      minSupport,
      neighbors,
      candidates,
      scores,
      kept + (at << 2),
      similarities + (at << 3),
    )
    store<i32>(counts + ((<usize>r) << 2), count)
  }
}

/** Adds up what the row has in common with every row. */
function addUp(
  offsets: usize,
  columns: usize,
  values: usize,
  columnOffsets: usize,
  columnRows: usize,
  columnValues: usize,
  row: i32,
  parts: i32,
  into: usize,
): void {
  const last = load<i32>(offsets + ((<usize>row) << 2), 4)
  for (let cell = load<i32>(offsets + ((<usize>row) << 2)); cell < last; cell++) {
    const column = columnOffsets + ((<usize>load<i32>(columns + ((<usize>cell) << 2))) << 2)
    const from = <usize>load<i32>(column)
    const until = columnRows + ((<usize>load<i32>(column, 4)) << 2)
    const weight = load<f64>(values + ((<usize>cell) << 3))
    addColumn(parts, into, columnRows + (from << 2), until, columnValues + (from << 3), weight)
  }
}

/** Marks the groups of rows that the row meets, and returns true, when they are few enough to be worth it. */
function mark(
  offsets: usize,
  columns: usize,
  columnOffsets: usize,
  columnRows: usize,
  row: i32,
  rows: i32,
  marks: usize,
): bool {
  const first = load<i32>(offsets + ((<usize>row) << 2))
  const last = load<i32>(offsets + ((<usize>row) << 2), 4)
  let additions = 0
  for (let cell = first; cell < last; cell++) {
    const column = columnOffsets + ((<usize>load<i32>(columns + ((<usize>cell) << 2))) << 2)
    additions += load<i32>(column, 4) - load<i32>(column)
    if (additions >= rows / SPARSE) return false
  }
  memory.fill(marks, 0, ((rows - 1) >> MARKED) + 1)
  for (let cell = first; cell < last; cell++) {
    const column = columnOffsets + ((<usize>load<i32>(columns + ((<usize>cell) << 2))) << 2)
    const until = load<i32>(column, 4)
    for (let at = load<i32>(column); at < until; at++) {
      store<u8>(marks + <usize>(load<i32>(columnRows + ((<usize>at) << 2)) >> MARKED), 1)
    }
  }
  return true
}

/**
 * Turns the sums of a row into similarities, leaves zeros in their place, and writes the best down; returns their number. A heap
 * (behind the candidates) whose root is the worst kept says what still has a chance. `marks` is 0 where all groups are looked
 * through.
 */
function select(
  all: bool,
  marks: usize,
  numbers: usize,
  rows: i32,
  parts: i32,
  kind: i32,
  own: f64,
  sizes: usize,
  total: i32,
  xlogx: usize,
  shrinkage: f64,
  minSupport: f64,
  neighbors: i32,
  candidates: usize,
  scores: usize,
  kept: usize,
  similarities: usize,
): i32 {
  const heap = scores + ((<usize>rows) << 3)
  const heapRows = candidates + ((<usize>rows) << 2)
  const surely = kind == COSINE ? own * SURELY : 0
  let size = 0
  let worst = kind == MEAN_DIFFERENCE ? -Infinity : 0
  let bound: f64 = 0
  let offered: usize = 0
  for (let begin = 0; begin < rows; begin += 1 << MARKED) {
    if (marks != 0 && load<u8>(marks + <usize>(begin >> MARKED)) == 0) continue
    const last = min(rows, begin + (1 << MARKED))
    for (let other = begin; other < last; other++) {
      const pair = numbers + ((<usize>(other * parts)) << 3)
      const dot = load<f64>(pair)
      if (dot == 0 && parts <= DOTS_AND_COUNTS) continue
      const otherSize = load<f64>(sizes + ((<usize>other) << 3))
      // A square instead of a root and a division, for the many that stand no chance.
      if (kind == COSINE && dot * dot < bound * otherSize) continue
      if (parts > DOTS && load<f64>(pair, 8) < minSupport) continue
      let similarity = similarityOf(kind, pair, own, otherSize, total, xlogx)
      if (shrinkage > 0) similarity *= trustOf(kind, load<f64>(pair, 8), shrinkage)
      if (!(similarity > worst)) continue
      if (all) size++
      else if (size < neighbors) pushEntry(heap, heapRows, size++, similarity, other)
      else replaceWorst(heap, heapRows, size, similarity, other)
      store<f64>(scores + (offered << 3), similarity)
      store<i32>(candidates + (offered << 2), other)
      offered++
      if (all || size < neighbors) continue
      worst = load<f64>(heap)
      bound = worst * worst * surely
    }
    memory.fill(numbers + ((<usize>(begin * parts)) << 3), 0, (<usize>((last - begin) * parts)) << 3)
  }
  const lastKept = !all && size == neighbors ? load<i32>(heapRows) : rows
  return writeKept(candidates, scores, offered, worst, lastKept, kept, similarities)
}
