import { run, type Steps } from '@clientele/core'
import { copyMatrix } from './copy-in.js'
import { copyFinite } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkShape, type Floats, type Matrix } from './matrix.js'
import { multiplyBytes, multiplySides } from './multiply.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { inPieces } from './pieces.js'
import { BYTES_OF, type FloatType, type Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows whose Gram matrix is one partial sum: more make fewer sums, but longer blocks. */
const BLOCK_ROWS = 4096
/** Columns up to which rows are shared out among workers; beyond, the cells of the result are. */
const NARROW = 128
const TILE_ELEMENTS = 32

/**
 * Gram matrix XᵀX: columns × columns, exactly symmetric.
 *
 * 2 · rows · columns² operations; memory for X, the result, and for up to 128 columns one result for each 4,096 rows. The
 * sums of blocks of rows are added in the order of the blocks, so that the result is the same for any number of workers.
 * @throws RangeError when X is empty, a cell is not finite or the result overflows, or memory does not suffice
 * @example gram({ rows: 2, columns: 1, values: Float64Array.of(3, 4) }).values // Float64Array [25]
 */
export function gram<A extends Floats>(matrix: Matrix<A>): Matrix<A> {
  return run(gramSteps(localEngine(), matrix))
}

/**
 * {@link gram} on a pool of workers: the same bits.
 * @throws as {@link gram} does, as a rejection, and with the signal's reason
 * @example await gramAsync(matrix, { signal: AbortSignal.timeout(1000) })
 */
export function gramAsync<A extends Floats>(matrix: Matrix<A>, options: PooledOptions = {}): Promise<Matrix<A>> {
  return onPool('gram', options, (engine) => gramSteps(engine, matrix))
}

function* gramSteps<A extends Floats>(engine: Engine, matrix: Matrix<A>): Steps<Matrix<A>> {
  const fn = 'gram'
  checkShape(fn, 'matrix', matrix)
  const { rows, columns, values } = matrix
  const type = values instanceof Float32Array ? 'f32' : 'f64'
  engine.arena.require(
    fn,
    BYTES_OF[type] * (values.length + columns * columns) + gramBytes(engine, type, rows, columns),
  )
  const scope = engine.arena.scope(fn)
  try {
    const into: Region<FloatType> = scope.room(type, columns * columns)
    yield* gramRegions(engine, yield* copyMatrix(fn, scope, 'matrix', matrix), { rows, columns, into })
    return { rows: columns, columns, values: (yield* copyFinite(fn, 'gram', into, columns)) as A }
  } finally {
    scope.close()
  }
}

/**
 * Bytes that a Gram matrix holds besides X and the result.
 * @example engine.arena.require('fitModel', 8 * cells + gramBytes(engine, 'f64', rows, columns))
 */
export function gramBytes(engine: Engine, type: FloatType, rows: number, columns: number): number {
  if (columns > NARROW) return multiplyBytes(engine, type, rows, columns)
  const partials = Math.ceil(rows / BLOCK_ROWS) * columns * columns
  return BYTES_OF[type] * (partials + engine.threads * scratchLength(columns))
}

function scratchLength(columns: number): number {
  return TILE_ELEMENTS + 2 * DEPTH * (columns + 8)
}

/** Shape of a matrix in an arena, and where its Gram matrix goes. */
export interface RegionGram {
  /** Rows of the matrix. */
  readonly rows: number
  /** Its columns. */
  readonly columns: number
  /** columns × columns, of the matrix' own type; what is there is overwritten. */
  readonly into: Region<FloatType>
}

/**
 * The Gram matrix of a matrix in the arena, as steps of a larger algorithm; `into` is overwritten.
 * @throws RangeError when memory does not suffice
 * @example yield* gramRegions(engine, factors, { rows, columns, into })
 */
export function* gramRegions(engine: Engine, matrix: Region<FloatType>, shape: RegionGram): Steps<void> {
  const { rows, columns, into } = shape
  if (columns <= NARROW) {
    yield* gramOfRows(engine, matrix, rows, columns, into)
  } else {
    const left = { left: matrix, rowStep: 1, depthStep: columns, rows: columns }
    yield* multiplySides(engine, left, { right: matrix, depth: rows, columns, depthStep: columns, columnStep: 1 }, into)
  }
}

/** One partial result for each block of rows, which are then added in order. */
function* gramOfRows(
  engine: Engine,
  matrix: Region<FloatType>,
  rows: number,
  columns: number,
  into: Region<FloatType>,
): Steps<void> {
  const kernel = matrix.type === 'f32' ? 'gramF32' : 'gramF64'
  const cells = columns * columns
  const blocks = Math.ceil(rows / BLOCK_ROWS)
  const scope = engine.arena.scope(kernel)
  try {
    const partials = scope.room(matrix.type, blocks * cells)
    const scratch = { scratch: matrix.type, length: scratchLength(columns) }
    const args = [matrix, columns, partials, BLOCK_ROWS, scratch]
    yield rowTask(engine, computeKernels, kernel, args, { rows, blockRows: BLOCK_ROWS })
    into.view().set(partials.view().subarray(0, cells))
    yield inPieces((blocks - 1) * cells, (start, end) => {
      const sum = into.view()
      const later = partials.from(cells).view()
      for (let i = start, cell = start % cells; i < end; i++) {
        sum[cell] = sum[cell]! + later[i]!
        if (++cell === cells) cell = 0
      }
    })
  } finally {
    scope.close()
  }
}
