import type { Region, Scope } from '@clientele/compute'
import type { Csr, Dense, ModelArray, Steps } from '@clientele/core'
import { addDenseRow, addRow } from './add-row.js'
import { copyCsr, copyPieces } from './copy-csr.js'
import { csrArrays } from './model-state.js'
import type { Profile } from './profile.js'

/** Rows that are added up to make scores: sparse, or dense where next to every cell has something to say. */
export type SummedRows = Csr | Dense

function isSparse(rows: SummedRows): rows is Csr {
  return 'offsets' in rows
}

/** Adds a row, times a factor, to a row of numbers. */
export function addSummedRow(into: Float64Array, rows: SummedRows, row: number, factor: number): void {
  if (isSparse(rows)) {
    addRow(into, rows.indices, rows.values, rows.offsets[row]!, rows.offsets[row + 1]!, factor)
  } else {
    addDenseRow(into, rows.values, row * rows.columns, rows.columns, factor)
  }
}

/** One cell, in a sparse matrix by bisection of its row: 0 where the row has no such column. */
export function summedCell(rows: SummedRows, row: number, column: number): number {
  if (!isSparse(rows)) return rows.values[row * rows.columns + column]!
  const { offsets, indices, values } = rows
  let low = offsets[row]!
  let high = offsets[row + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (indices[middle]! < column) low = middle + 1
    else high = middle
  }
  return low < offsets[row + 1]! && indices[low] === column ? values[low]! : 0
}

/** The cells of a row that are above 0, ascending by column. */
export function positiveCells(rows: SummedRows, row: number): Profile {
  const [start, end] = isSparse(rows)
    ? [rows.offsets[row]!, rows.offsets[row + 1]!]
    : [row * rows.columns, (row + 1) * rows.columns]
  const places = Int32Array.from({ length: end - start }, (_, i) => start + i).filter((at) => rows.values[at]! > 0)
  return {
    items: places.map((at) => (isSparse(rows) ? rows.indices[at]! : at - start)),
    values: Float64Array.from(places, (at) => rows.values[at]!),
  }
}

/** The rows as arrays of a file. */
export function summedRowsArrays(name: string, rows: SummedRows): Record<string, ModelArray> {
  return isSparse(rows) ? csrArrays(name, rows) : { [name]: rows.values }
}

/** The rows in the arena, and the kernel that adds up rows of this form. */
export function* copySummedRows(
  scope: Scope,
  rows: SummedRows,
): Steps<{ readonly kernel: string; readonly regions: readonly Region[] }> {
  if (isSparse(rows)) return { kernel: 'bestOfSums', regions: yield* copyCsr(scope, rows) }
  const region = scope.room('f64', rows.values.length)
  yield* copyPieces(region, rows.values)
  return { kernel: 'bestOfDenseSums', regions: [region] }
}

/** Bytes that {@link copySummedRows} takes. */
export function summedRowsBytes(rows: SummedRows): number {
  return isSparse(rows) ? 4 * rows.offsets.length + 12 * rows.indices.length : 8 * rows.values.length
}
