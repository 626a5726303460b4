import { addColumn, DOTS } from './add-column'

/** See the twin. */
export function gramRows(
  columnOffsets: usize,
  columnRows: usize,
  columnCells: usize,
  rowOffsets: usize,
  indices: usize,
  values: usize,
  columns: i32,
  first: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  for (let r = start; r < end; r++) {
    const sums = into + ((<usize>r * columns) << 3)
    memory.fill(sums, 0, (<usize>(first + r + 1)) << 3)
    const list = columnOffsets + ((<usize>r) << 2)
    const last = load<i32>(list, 4)
    for (let at = load<i32>(list); at < last; at++) {
      const row = <usize>load<i32>(columnRows + ((<usize>at) << 2))
      const cell = <usize>load<i32>(columnCells + ((<usize>at) << 2))
      const from = <usize>load<i32>(rowOffsets + (row << 2))
      const until = indices + ((cell + 1) << 2)
      addColumn(DOTS, sums, indices + (from << 2), until, values + (from << 3), load<f64>(values + (cell << 3)))
    }
  }
}
