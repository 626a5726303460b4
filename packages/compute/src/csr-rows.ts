import { checkLength, rangeError, typeError, type Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import { copyIn } from './copy-in.js'
import type { Region } from './region.js'

/** Which columns belong to each row: `indices[offsets[r]]` up to, not including, `indices[offsets[r + 1]]`. */
export interface RowColumns {
  /** rows + 1 positions in `indices`, ascending. */
  readonly offsets: Int32Array
  /** Columns. */
  readonly indices: Int32Array
}

/** Throws unless both lists are of 32-bit integers and there is one offset per row, and one. O(1). */
export function checkRowColumns(fn: string, name: string, list: RowColumns, rows: number): void {
  const { offsets, indices } = list ?? {}
  if (!(offsets instanceof Int32Array)) throw typeError(fn, `${name}.offsets`, 'be an Int32Array', offsets)
  if (!(indices instanceof Int32Array)) throw typeError(fn, `${name}.indices`, 'be an Int32Array', indices)
  checkLength(fn, `${name}.offsets`, offsets, rows + 1, 'row, and one')
}

/** Copies both lists into the arena. A kernel reads and writes where they point, so every number is checked. */
export function* copyRowColumns(
  fn: string,
  scope: Scope,
  name: string,
  { offsets, indices }: RowColumns,
  columns: number,
): Steps<[offsets: Region<'i32'>, indices: Region<'i32'>]> {
  let before = 0
  const checkOffsets = (piece: Int32Array, first: number) => {
    for (let i = 0; i < piece.length; i++) {
      if (!(piece[i]! >= before && piece[i]! <= indices.length)) {
        throw rangeError(fn, `${name}.offsets[${first + i}]`, `ascend from 0 to at most ${indices.length}`, piece[i])
      }
      before = piece[i]!
    }
  }
  const checkIndices = (piece: Int32Array, first: number) => {
    for (let i = 0; i < piece.length; i++) {
      if (!(piece[i]! >= 0 && piece[i]! < columns)) {
        throw rangeError(fn, `${name}.indices[${first + i}]`, `be a column below ${columns}`, piece[i])
      }
    }
  }
  return [yield* copyIn<'i32'>(scope, offsets, checkOffsets), yield* copyIn<'i32'>(scope, indices, checkIndices)]
}
