import { rangeError, run, type Steps } from '@clientele/core'
import { BLOCK_MULTIPLICATIONS, blockRows } from './block-rows.js'
import { copyMatrix } from './copy-in.js'
import { copyFinite } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkSamePrecision, checkShape, type Floats, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { packColumns, packedLength, type RightSide } from './pack-columns.js'
import { BYTES_OF, type FloatType, type Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows of one block: packed, they fill a quarter of a second-level cache. */
const BLOCK_ROWS = 128
/** Rows, and elements, of one register tile. */
const TILE_ROWS = 4
const TILE_ELEMENTS = 32
const SCRATCH_LENGTH = TILE_ELEMENTS + BLOCK_ROWS * DEPTH
/** Blocks that a product is cut into at least, where it has the rows, so that all workers have a share. */
const LEAST_BLOCKS = 8

/**
 * Matrix product left · right.
 *
 * 2 · rows · depth · columns operations, at 35 to 40 billion a second and thread in single precision and half of that in
 * double; memory for both sides, the result and a packed copy of the right side. Sums run over blocks of 256 in a fixed order,
 * so that the result is the same for any number of workers.
 * @throws RangeError when the shapes do not match, a matrix is empty, a cell is not finite or the result overflows, or memory
 * does not suffice; TypeError when precisions differ
 * @see Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34
 * @example
 * const a = { rows: 1, columns: 2, values: Float32Array.of(1, 2) }
 * const b = { rows: 2, columns: 1, values: Float32Array.of(3, 4) }
 * multiply(a, b).values // Float32Array [11]
 */
export function multiply<A extends Floats>(left: Matrix<A>, right: Matrix<A>): Matrix<A> {
  return run(multiplySteps(localEngine(), left, right))
}

/**
 * {@link multiply} on a pool of workers: the same bits.
 * @throws as {@link multiply} does, as a rejection, and with the signal's reason
 * @example await multiplyAsync(a, b, { workers: 2 })
 */
export function multiplyAsync<A extends Floats>(
  left: Matrix<A>,
  right: Matrix<A>,
  options: PooledOptions = {},
): Promise<Matrix<A>> {
  return onPool('multiply', options, (engine) => multiplySteps(engine, left, right))
}

function* multiplySteps<A extends Floats>(engine: Engine, left: Matrix<A>, right: Matrix<A>): Steps<Matrix<A>> {
  const fn = 'multiply'
  checkShape(fn, 'left', left)
  checkShape(fn, 'right', right)
  checkSamePrecision(fn, 'right', right, left)
  if (right.rows !== left.columns) {
    throw rangeError(fn, 'right.rows', `be ${left.columns}, the columns of left`, right.rows)
  }
  const type = left.values instanceof Float32Array ? 'f32' : 'f64'
  const { rows, columns: depth } = left
  const { columns } = right
  const cells = left.values.length + right.values.length + rows * columns
  engine.arena.require(fn, cells * BYTES_OF[type] + multiplyBytes(engine, type, depth, columns))
  const scope = engine.arena.scope(fn)
  try {
    const into: Region<FloatType> = scope.room(type, rows * columns)
    const factors = {
      left: yield* copyMatrix(fn, scope, 'left', left),
      right: yield* copyMatrix(fn, scope, 'right', right),
    }
    yield* multiplyRegions(engine, { ...factors, into, rows, depth, columns })
    return { rows, columns, values: (yield* copyFinite(fn, 'product', into, columns)) as A }
  } finally {
    scope.close()
  }
}

/** A product of matrices that lie in an arena, row by row. All three regions hold the same type. */
export interface RegionProduct {
  /** rows × depth. */
  readonly left: Region<FloatType>
  /** depth × columns. */
  readonly right: Region<FloatType>
  /** Where the product goes, rows × columns; what is there is overwritten. */
  readonly into: Region<FloatType>
  /** Rows of the left side. */
  readonly rows: number
  /** Columns of the left side, rows of the right one. */
  readonly depth: number
  /** Columns of the right side. */
  readonly columns: number
}

/**
 * The product of two matrices in the arena, as steps of a larger algorithm.
 * @throws RangeError when memory does not suffice ({@link multiplyBytes} says for how much)
 * @example yield* multiplyRegions(engine, { left, right, into, rows, depth, columns })
 */
export function* multiplyRegions(engine: Engine, product: RegionProduct): Steps<void> {
  const { left, right, into, rows, depth, columns } = product
  const leftSide = { left, rowStep: depth, depthStep: 1, rows }
  yield* multiplySides(engine, leftSide, { right, depth, columns, depthStep: columns, columnStep: 1 }, into)
}

/**
 * Bytes that a product holds besides its three matrices: the right side packed, or a strip of it, and each worker's rows.
 * @example engine.arena.require('myModel', 8 * cells + multiplyBytes(engine, 'f64', depth, columns))
 */
export function multiplyBytes(engine: Engine, type: FloatType, depth: number, columns: number): number {
  const strip = Math.min(depth, stripDepth(columns))
  return BYTES_OF[type] * (packedLength(type, strip, columns) + engine.threads * SCRATCH_LENGTH)
}

/** A left side: `rowStep` and `depthStep` say how far apart its rows and columns lie. */
interface LeftSide {
  readonly left: Region<FloatType>
  readonly rowStep: number
  readonly depthStep: number
  readonly rows: number
}

/** {@link multiplyRegions} for sides that may lie transposed: strip by strip of the depth, so that no block takes long. */
export function* multiplySides(
  engine: Engine,
  { left, rowStep, depthStep, rows }: LeftSide,
  right: RightSide,
  into: Region<FloatType>,
): Steps<void> {
  const { depth, columns } = right
  const kernel = into.type === 'f32' ? 'multiplyF32' : 'multiplyF64'
  const strip = Math.min(depth, stripDepth(columns))
  const rowsAtOnce = blockRows(strip * columns, Math.min(BLOCK_ROWS, rows / LEAST_BLOCKS), TILE_ROWS)
  const scope = engine.arena.scope(kernel)
  try {
    const packed = scope.room(into.type, packedLength(into.type, strip, columns))
    const scratch = { scratch: into.type, length: SCRATCH_LENGTH }
    for (let from = 0; from < depth; from += strip) {
      const size = Math.min(strip, depth - from)
      yield* packColumns(engine, packed, { ...right, right: right.right.from(from * right.depthStep), depth: size })
      const sides = [left.from(from * depthStep), rowStep, depthStep, packed, size, columns]
      const args = [...sides, into, from === 0 ? 1 : 0, scratch]
      yield rowTask(engine, computeKernels, kernel, args, { rows, blockRows: rowsAtOnce })
    }
  } finally {
    scope.close()
  }
}

/** Depth of a strip: whole blocks of DEPTH, as many as keep a block of rows short. */
function stripDepth(columns: number): number {
  return Math.max(1, Math.floor(BLOCK_MULTIPLICATIONS / (BLOCK_ROWS * columns * DEPTH))) * DEPTH
}
