import type { Steps } from '@clientele/core'
import { inPieces } from './pieces.js'
import { checkCells } from './matrix.js'
import type { ElementType, FloatType, Region, ViewOf } from './region.js'

/** A copy of a region for the caller, made piece by piece. */
export function* copyOut<T extends ElementType>(
  region: Region<T>,
  check: (piece: ViewOf[T], first: number) => void = () => undefined,
): Steps<ViewOf[T]> {
  const Values = region.view().constructor as new (length: number) => ViewOf[T]
  const values = new Values(region.length)
  yield inPieces(region.length, (start, end) => {
    const piece = region.view().subarray(start, end) as ViewOf[T]
    check(piece, start)
    values.set(piece, start)
  })
  return values
}

/** A copy of a result whose cells must be finite; the first that is not (finite input can overflow) is named. */
export function copyFinite<T extends FloatType>(
  fn: string,
  name: string,
  region: Region<T>,
  columns: number,
): Steps<ViewOf[T]> {
  return copyOut(region, (piece, first) => checkCells(fn, name, piece, columns, first))
}
