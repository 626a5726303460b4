import { addColumn, DOTS } from './add-column'
import { pushEntry, replaceWorst, writeBest } from './kept'

/** See the twin. */
export function bestOfSums(
  termOffsets: usize,
  terms: usize,
  factors: usize,
  rowOffsets: usize,
  rowColumns: usize,
  rowValues: usize,
  columns: i32,
  seenOffsets: usize,
  seen: usize,
  refused: usize,
  above: f64,
  n: i32,
  lists: i32,
  counts: usize,
  best: usize,
  scores: usize,
  numbers: usize,
  integers: usize,
  start: i32,
  end: i32,
): void {
  for (let r = start; r < end; r++) {
    const list = termOffsets + ((<usize>r) << 2)
    const last = load<i32>(list, 4)
    memory.fill(numbers, 0, (<usize>columns) << 3)
    for (let term = load<i32>(list); term < last; term++) {
      const row = rowOffsets + ((<usize>load<i32>(terms + ((<usize>term) << 2))) << 2)
      const from = <usize>load<i32>(row)
      const until = rowColumns + ((<usize>load<i32>(row, 4)) << 2)
      const factor = load<f64>(factors + ((<usize>term) << 3))
      addColumn(DOTS, numbers, rowColumns + (from << 2), until, rowValues + (from << 3), factor)
    }
    strike(numbers, seenOffsets + ((<usize>r) << 2), seen)
    keepLists(numbers, columns, refused, above, n, r * lists, lists, counts, best, scores, integers)
  }
}

/** See the twin. */
export function bestOfDenseSums(
  termOffsets: usize,
  terms: usize,
  factors: usize,
  rowValues: usize,
  columns: i32,
  seenOffsets: usize,
  seen: usize,
  refused: usize,
  above: f64,
  n: i32,
  lists: i32,
  counts: usize,
  best: usize,
  scores: usize,
  numbers: usize,
  integers: usize,
  start: i32,
  end: i32,
): void {
  for (let r = start; r < end; r++) {
    const list = termOffsets + ((<usize>r) << 2)
    const last = load<i32>(list, 4)
    memory.fill(numbers, 0, (<usize>columns) << 3)
    for (let term = load<i32>(list); term < last; term++) {
      const row = rowValues + ((<usize>load<i32>(terms + ((<usize>term) << 2)) * columns) << 3)
      addDenseRow(numbers, row, columns, load<f64>(factors + ((<usize>term) << 3)))
    }
    strike(numbers, seenOffsets + ((<usize>r) << 2), seen)
    keepLists(numbers, columns, refused, above, n, r * lists, lists, counts, best, scores, integers)
  }
}

/** Two at a time; a factor below 0 only lowers. */
function addDenseRow(into: usize, row: usize, columns: i32, factor: f64): void {
  const both = f64x2.splat(factor)
  const least = f64x2.splat(factor < 0 ? 0 : -Infinity)
  const whole = into + ((<usize>(columns & ~1)) << 3)
  for (; into < whole; into += 16, row += 16) {
    const cells = f64x2.max(v128.load(row), least)
    v128.store(into, f64x2.add(v128.load(into), f64x2.mul(both, cells)))
  }
  if (columns & 1) {
    const cell = load<f64>(row)
    store<f64>(into, load<f64>(into) + factor * (factor < 0 && cell < 0 ? 0 : cell))
  }
}

/** Writes the lists of one sum down, the first as number `first`, through a heap behind the numbers. */
function keepLists(
  numbers: usize,
  columns: i32,
  refused: usize,
  above: f64,
  n: i32,
  first: i32,
  lists: i32,
  counts: usize,
  best: usize,
  scores: usize,
  integers: usize,
): void {
  const heap = numbers + ((<usize>columns) << 3)
  for (let list = 0; list < lists; list++) {
    const size = collect(numbers, columns, refused, 1 << list, above, n, heap, integers)
    const at = <usize>(first + list) * n
    writeBest(heap, integers, size, best + (at << 2), scores + (at << 3))
    store<i32>(counts + ((<usize>(first + list)) << 2), size)
  }
}

function strike(numbers: usize, list: usize, seen: usize): void {
  const last = load<i32>(list, 4)
  for (let i = load<i32>(list); i < last; i++) {
    store<f64>(numbers + ((<usize>load<i32>(seen + ((<usize>i) << 2))) << 3), -Infinity)
  }
}

/** Collects the best in a heap, comparing two at a time with the worst kept; returns how many there are. */
function collect(
  numbers: usize,
  columns: i32,
  refused: usize,
  bit: i32,
  above: f64,
  n: i32,
  heap: usize,
  heapColumns: usize,
): i32 {
  let size = 0
  let worst = above
  let both = f64x2.splat(worst)
  for (let from = 0; from < columns; from += 2) {
    if (from + 1 < columns && !v128.any_true(f64x2.gt(v128.load(numbers + ((<usize>from) << 3)), both))) continue
    const until = min(from + 2, columns)
    for (let column = from; column < until; column++) {
      const score = load<f64>(numbers + ((<usize>column) << 3))
      if (!(score > worst) || ((<i32>load<u8>(refused + <usize>column)) & bit) != 0) continue
      if (size < n) pushEntry(heap, heapColumns, size++, score, column)
      else replaceWorst(heap, heapColumns, n, score, column)
      if (size == n) worst = load<f64>(heap)
    }
    both = f64x2.splat(worst)
  }
  return size
}
