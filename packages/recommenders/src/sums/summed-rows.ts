import type { Region, Scope } from '@clientele/compute'
import type { Csr, Dense, ModelArray, Steps } from '@clientele/core'
import { addDenseRow, addRow } from './add-row.js'
import { copyCsr, copyPieces } from '../copy-csr.js'
import { csrArrays } from '../files/model-state.js'
import { placeOf } from '../place-of.js'
import type { Profile } from '../profile.js'

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

/** One cell; 0 where a sparse row has no such column. */
export function summedCell(rows: SummedRows, row: number, column: number): number {
  if (!isSparse(rows)) return rows.values[row * rows.columns + column]!
  const at = placeOf(rows, row, column)
  return at < 0 ? 0 : rows.values[at]!
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
