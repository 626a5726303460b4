import { rangeError, run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkMatrix, checkSamePrecision, type Floats, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { BYTES_OF, type FloatType, type Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows of one block: packed, they fill a quarter of a second-level cache. */
const BLOCK_ROWS = 128
/** Panels of columns that one block packs. */
const BLOCK_PANELS = 16
/** Elements of one register tile. */
const TILE_ELEMENTS = 32

/**
 * Matrix product left · right.
 *
 * 2 · rows · depth · columns operations, at 35 to 40 billion a second and thread in single precision and half of that in
 * double; memory for both sides twice and the result. Sums run over blocks of 256 in a fixed order, so that the result is the
 * same for any number of workers.
 * @throws RangeError when the shapes do not match, a matrix is empty, or a cell is not finite; TypeError when precisions differ
 * @see Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34
 * @example
 * const a = { rows: 1, columns: 2, values: Float32Array.of(1, 2) }
 * const b = { rows: 2, columns: 1, values: Float32Array.of(3, 4) }
 * multiply(a, b).values // Float32Array [11]
 */
export function multiply<A extends Floats>(left: Matrix<A>, right: Matrix<A>): Matrix<A> {
  return run(multiplySteps(localEngine(), left, right))
}

/** {@link multiply} on a pool of workers: the same bits. */
export function multiplyAsync<A extends Floats>(
  left: Matrix<A>,
  right: Matrix<A>,
  options: PooledOptions = {},
): Promise<Matrix<A>> {
  return onPool(options, (engine) => multiplySteps(engine, left, right))
}

function* multiplySteps<A extends Floats>(engine: Engine, left: Matrix<A>, right: Matrix<A>): Steps<Matrix<A>> {
  checkMatrix('multiply', 'left', left)
  checkMatrix('multiply', 'right', right)
  checkSamePrecision('multiply', 'right', right, left)
  if (right.rows !== left.columns) {
    throw rangeError('multiply', 'right.rows', `be ${left.columns}, the columns of left`, right.rows)
  }
  const cells = left.values.length + 2 * right.values.length + left.rows * right.columns
  engine.arena.require('multiply', cells * left.values.BYTES_PER_ELEMENT)
  const scope = engine.arena.scope('multiply')
  try {
    const type = left.values instanceof Float32Array ? 'f32' : 'f64'
    const into = scope.room(type, left.rows * right.columns)
    yield* multiplyRegions(engine, {
      left: scope.copy(left.values as Float32Array),
      right: scope.copy(right.values as Float32Array),
      into,
      rows: left.rows,
      depth: left.columns,
      columns: right.columns,
    })
    return { rows: left.rows, columns: right.columns, values: into.view().slice() as A }
  } finally {
    scope.close()
  }
}

/** A product of matrices that lie in an arena, row by row. */
export interface RegionProduct {
  readonly left: Region<FloatType>
  readonly right: Region<FloatType>
  /** Where the product goes; what is there is overwritten. */
  readonly into: Region<FloatType>
  readonly rows: number
  readonly depth: number
  readonly columns: number
}

/** The product of two matrices in the arena, as steps of a larger algorithm. All three regions hold the same type. */
export function* multiplyRegions(engine: Engine, product: RegionProduct): Steps<void> {
  const { left, right, into, rows, depth, columns } = product
  const kernel = left.type === 'f32' ? 'multiplyF32' : 'multiplyF64'
  const scope = engine.arena.scope(kernel)
  try {
    const packed = yield* packColumns(engine, scope.room(left.type, packedLength(left.type, depth, columns)), {
      right,
      depth,
      columns,
      depthStep: columns,
      columnStep: 1,
    })
    const scratch = { scratch: left.type, length: TILE_ELEMENTS + BLOCK_ROWS * DEPTH }
    yield rowTask(engine, computeKernels, kernel, [left, depth, 1, packed, depth, columns, into, scratch], {
      rows,
      blockRows: BLOCK_ROWS,
    })
  } finally {
    scope.close()
  }
}

/** Elements of a packed right side: its columns padded to whole panels. */
export function packedLength(type: FloatType, depth: number, columns: number): number {
  const width = panelWidth(type)
  return depth * Math.ceil(columns / width) * width
}

function panelWidth(type: FloatType): number {
  return 32 / BYTES_OF[type]
}

/** A right side to pack: `depthStep` and `columnStep` say how far apart its rows and columns lie, so either may be contiguous. */
export interface RightSide {
  readonly right: Region<FloatType>
  readonly depth: number
  readonly columns: number
  readonly depthStep: number
  readonly columnStep: number
}

/** Packs a right side into panels, which any number of products can then use. */
export function* packColumns<R extends Region<FloatType>>(
  engine: Engine,
  into: R,
  { right, depth, columns, depthStep, columnStep }: RightSide,
): Steps<R> {
  const kernel = right.type === 'f32' ? 'packRightF32' : 'packRightF64'
  yield rowTask(engine, computeKernels, kernel, [right, depth, columns, depthStep, columnStep, into], {
    rows: Math.ceil(columns / panelWidth(right.type)),
    blockRows: BLOCK_PANELS,
  })
  return into
}
