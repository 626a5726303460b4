import type { Steps } from '@clientele/core'
import type { Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { BYTES_OF, type FloatType, type Region } from './region.js'
import { rowTask } from './row-task.js'

/** Panels that one block packs, at most. */
const BLOCK_PANELS = 16
/** Cells that one block packs, at most: some milliseconds. */
const BLOCK_CELLS = 1 << 22

/** A right side to pack: `depthStep` and `columnStep` say how far apart its rows and columns lie, so either may be contiguous. */
export interface RightSide {
  /** The cells. */
  readonly right: Region<FloatType>
  /** Number of rows. */
  readonly depth: number
  /** Number of columns. */
  readonly columns: number
  /** Elements from one row to the next. */
  readonly depthStep: number
  /** Elements from one column to the next. */
  readonly columnStep: number
}

/**
 * Packs a right side into panels, which any number of products can then use. O(cells).
 * @param into room for {@link packedLength} elements
 * @example const packed = yield* packColumns(engine, scope.room('f32', packedLength('f32', depth, columns)), side)
 */
export function* packColumns<R extends Region<FloatType>>(
  engine: Engine,
  into: R,
  { right, depth, columns, depthStep, columnStep }: RightSide,
): Steps<R> {
  const kernel = right.type === 'f32' ? 'packRightF32' : 'packRightF64'
  const width = panelWidth(right.type)
  yield rowTask(engine, computeKernels, kernel, [right, depth, columns, depthStep, columnStep, into], {
    rows: Math.ceil(columns / width),
    blockRows: Math.max(1, Math.min(BLOCK_PANELS, Math.floor(BLOCK_CELLS / (depth * width)))),
  })
  return into
}

/**
 * Elements of a packed right side: its columns padded to whole panels.
 * @example packedLength('f32', 10, 3) // 80: panels of f32 have 8 columns
 */
export function packedLength(type: FloatType, depth: number, columns: number): number {
  const width = panelWidth(type)
  return depth * Math.ceil(columns / width) * width
}

function panelWidth(type: FloatType): number {
  return 32 / BYTES_OF[type]
}
