import type { Csr } from '@clientele/core'

/** Where a cell of a sparse matrix is, by bisection of its row; -1 where the row has no such column. */
export function placeOf({ offsets, indices }: Csr, row: number, column: number): number {
  let low = offsets[row]!
  let high = offsets[row + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (indices[middle]! < column) low = middle + 1
    else high = middle
  }
  return low < offsets[row + 1]! && indices[low] === column ? low : -1
}
