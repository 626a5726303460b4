import { inPieces, type Region, type Scope } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'

/** A sparse matrix in the arena, copied in pieces between which other work of the thread finds its moment. */
export function* copyCsr(
  scope: Scope,
  { offsets, indices, values }: Csr,
): Steps<[offsets: Region<'i32'>, indices: Region<'i32'>, values: Region<'f64'>]> {
  const into: [Region<'i32'>, Region<'i32'>, Region<'f64'>] = [
    scope.room('i32', offsets.length),
    scope.room('i32', indices.length),
    scope.room('f64', values.length),
  ]
  yield* copyPieces(into[0], offsets)
  yield* copyPieces(into[1], indices)
  yield* copyPieces(into[2], values)
  return into
}

/** Copies numbers to a place in the arena in pieces. */
export function* copyPieces<T extends 'i32' | 'f64'>(into: Region<T>, from: Int32Array | Float64Array): Steps<void> {
  yield inPieces(from.length, (start, end) => into.view().set(from.subarray(start, end), start))
}
