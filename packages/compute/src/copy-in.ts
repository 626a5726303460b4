import type { Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import { checkCells, type Floats, type Matrix } from './matrix.js'
import { inPieces } from './pieces.js'
import { elementTypeOf, type ElementType, type FloatType, type Region, type ViewOf } from './region.js'

/**
 * Copies values into the arena and checks them there, piece by piece. What is checked is what the kernel will read, even if
 * the caller changes the values meanwhile.
 * @param check throws when a piece is not as it must be; `first` is the position of its first element
 */
export function* copyIn<T extends ElementType>(
  scope: Scope,
  values: ViewOf[T],
  check: (piece: ViewOf[T], first: number) => void,
): Steps<Region<T>> {
  const region = scope.room(elementTypeOf(values) as T, values.length)
  yield inPieces(values.length, (start, end) => {
    const piece = region.view().subarray(start, end)
    piece.set(values.subarray(start, end))
    check(piece as ViewOf[T], start)
  })
  return region
}

/** Copies a matrix into the arena; the first cell that is not finite is named. */
export function* copyMatrix<A extends Floats>(
  fn: string,
  scope: Scope,
  name: string,
  { columns, values }: Matrix<A>,
): Steps<Region<A extends Float64Array ? 'f64' : 'f32'>> {
  const copied = copyIn<FloatType>(scope, values, (piece, first) => checkCells(fn, name, piece, columns, first))
  return (yield* copied) as Region<A extends Float64Array ? 'f64' : 'f32'>
}
