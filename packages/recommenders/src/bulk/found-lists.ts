import type { Region, Scope } from '@clientele/compute'

/** Where a kernel writes lists of up to `length` indices with a number each: row r's from `r * length` on, and how many. */
export type FoundLists = readonly [counts: Region<'i32'>, indices: Region<'i32'>, values: Region<'f64'>]

/** Room for the lists of some rows. */
export function roomForLists(scope: Scope, rows: number, length: number): FoundLists {
  return [scope.room('i32', rows), scope.room('i32', rows * length), scope.room('f64', rows * length)]
}

/** The room of the rows from a row on. */
export function listsFrom([counts, indices, values]: FoundLists, row: number, length: number): FoundLists {
  return [counts.from(row), indices.from(row * length), values.from(row * length)]
}

/** A copy of what was written, without the places that stayed empty: the lists one after the other. */
export function compactLists(
  [countsAt, indicesAt, valuesAt]: FoundLists,
  rows: number,
  length: number,
): { readonly offsets: Int32Array; readonly indices: Int32Array; readonly values: Float64Array } {
  const [counts, allIndices, allValues] = [countsAt.view(), indicesAt.view(), valuesAt.view()]
  const offsets = new Int32Array(rows + 1)
  for (let r = 0; r < rows; r++) offsets[r + 1] = offsets[r]! + counts[r]!
  const indices = new Int32Array(offsets[rows]!)
  const values = new Float64Array(offsets[rows]!)
  for (let r = 0; r < rows; r++) {
    indices.set(allIndices.subarray(r * length, r * length + counts[r]!), offsets[r])
    values.set(allValues.subarray(r * length, r * length + counts[r]!), offsets[r])
  }
  return { offsets, indices, values }
}
