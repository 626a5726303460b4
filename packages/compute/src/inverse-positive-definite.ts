import { run, type Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import { blockRows } from './block-rows.js'
import { checkSquare } from './cholesky.js'
import { copyMatrix } from './copy-in.js'
import { copyFinite } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { factor, factorBytes, factorTask, SCRATCH } from './factor.js'
import { BLOCK } from './kernels/cholesky.js'
import { DEPTH } from './kernels/product.js'
import type { Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { packColumns, type RightSide } from './pack-columns.js'
import { inPieces } from './pieces.js'
import type { Region } from './region.js'

/** Panels of four columns of the inverse factor that are computed at a time. */
const INVERT_PANELS = 16
/** Rows of the inverse that are summed or mirrored at a time, at most, and of a register tile. */
const SUM_ROWS = 64
const TILE_ROWS = 4

/**
 * Inverse of a symmetric positive definite matrix, through its Cholesky factor.
 *
 * rows³ operations in double precision; memory for the matrix twice. Only the lower triangle of the matrix is read; the result
 * is exactly symmetric.
 * @throws RangeError when the matrix is not square, a cell is not finite or the result overflows, a pivot is not positive (the
 * pivot is named), or memory does not suffice; TypeError when the matrix is not one of double precision
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, section 4.2
 * @example inversePositiveDefinite({ rows: 1, columns: 1, values: Float64Array.of(4) }).values // Float64Array [0.25]
 */
export function inversePositiveDefinite(matrix: Matrix<Float64Array>): Matrix<Float64Array> {
  return run(inverseSteps(localEngine(), matrix))
}

/**
 * {@link inversePositiveDefinite} on a pool of workers: the same bits.
 * @throws as {@link inversePositiveDefinite} does, as a rejection, and with the signal's reason
 * @example await inversePositiveDefiniteAsync(matrix, { workers: 4 })
 */
export function inversePositiveDefiniteAsync(
  matrix: Matrix<Float64Array>,
  options: PooledOptions = {},
): Promise<Matrix<Float64Array>> {
  return onPool('inversePositiveDefinite', options, (engine) => inverseSteps(engine, matrix))
}

function* inverseSteps(engine: Engine, matrix: Matrix<Float64Array>): Steps<Matrix<Float64Array>> {
  const fn = 'inversePositiveDefinite'
  const n = checkSquare(fn, matrix)
  engine.arena.require(fn, inverseBytes(engine, n))
  const scope = engine.arena.scope(fn)
  try {
    const region = yield* copyMatrix(fn, scope, 'matrix', matrix)
    yield* invertRegion(engine, region, n)
    return { rows: n, columns: n, values: yield* copyFinite(fn, 'inverse', region, n) }
  } finally {
    scope.close()
  }
}

/**
 * Bytes that inverting n × n numbers holds at one time, the matrix included.
 * @example engine.arena.require('fitModel', inverseBytes(engine, items))
 */
export function inverseBytes(engine: Engine, n: number): number {
  const packed = Math.ceil(n / 4) * 4 * n
  return factorBytes(engine, n) + 8 * (n * n + packed + (n + DEPTH) * BLOCK + 2 * BLOCK * BLOCK)
}

/**
 * Inverts a symmetric positive definite matrix in the arena, in place, as steps of a larger algorithm.
 * @param fn the calling function, named in errors
 * @throws RangeError when a pivot is not positive or memory does not suffice
 * @example yield* invertRegion(engine, matrix, n, 'fitModel')
 */
export function* invertRegion(
  engine: Engine,
  matrix: Region<'f64'>,
  n: number,
  fn = 'inversePositiveDefinite',
): Steps<void> {
  const scope = engine.arena.scope(fn)
  try {
    const inverses = yield* factor(fn, engine, scope, matrix, n)
    const packed = yield* invertFactor(engine, scope, matrix, n, inverses)
    // The rows in the middle are the longest sums: half the columns times half the depth. Twice the usual block: all of M passes
    // each block, from far away in memory.
    const rowsAtOnce = blockRows((n * n) / 8, SUM_ROWS, TILE_ROWS)
    yield factorTask(engine, 'gramOfPanels', [packed, n, matrix, SCRATCH], n, rowsAtOnce)
    yield factorTask(engine, 'mirror', [matrix, n], n, SUM_ROWS)
  } finally {
    scope.close()
  }
}

/** M = L⁻¹ block of rows by block of rows, packed in panels of four columns. */
function* invertFactor(
  engine: Engine,
  scope: Scope,
  matrix: Region<'f64'>,
  n: number,
  inverses: readonly Region<'f64'>[],
): Steps<Region<'f64'>> {
  const packed = scope.room('f64', Math.ceil(n / 4) * 4 * n)
  yield inPieces(packed.length, (start, end) => packed.view().fill(0, start, end))
  const packedRows = scope.room('f64', (n + DEPTH) * BLOCK)
  const negated = scope.room('f64', BLOCK * BLOCK)
  const packedNegated = scope.room('f64', BLOCK * BLOCK)
  for (const [block, inverse] of inverses.entries()) {
    const from = block * BLOCK
    const size = Math.min(BLOCK, n - from)
    yield factorTask(engine, 'placeDiagonal', [inverse, packed, n, from, size], 1)
    negated.view().set(inverse.view().map((value) => -value))
    yield* packColumns(engine, packedNegated, blockOfRows(negated, 0, size, size, BLOCK))
    if (from > 0) yield* packColumns(engine, packedRows, blockOfRows(matrix, from * n, from, size, n))
    const args = [packedRows, packed, n, from, size, packedNegated, SCRATCH]
    yield factorTask(engine, 'invertRows', args, from / 4, INVERT_PANELS)
    yield { stage: 'invert', done: from + size, total: n }
  }
  return packed
}

/** Rows of a matrix as the lines that are packed: from element `first` on, `depth` long, `step` apart. */
function blockOfRows(matrix: Region<'f64'>, first: number, depth: number, rows: number, step: number): RightSide {
  return { right: matrix.from(first), depth, columns: rows, depthStep: 1, columnStep: step }
}
