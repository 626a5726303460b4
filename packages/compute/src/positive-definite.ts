import { rangeError, run, type Progress, type Steps, type Task } from '@clientele/core'
import type { Scope } from './arena.js'
import { localEngine, type Engine } from './engine.js'
import { BLOCK } from './kernels/cholesky.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkMatrix, type Matrix } from './matrix.js'
import { packColumns } from './multiply.js'
import { onPool, type PooledOptions } from './on-pool.js'
import type { Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows below a diagonal block that are solved or updated at a time: a multiple of four, small enough to share out evenly. */
const UPDATE_ROWS = 64
/** Panels of four columns of the inverse factor that are computed at a time. */
const INVERT_PANELS = 16
const TILE_ELEMENTS = 16
const SCRATCH = { scratch: 'f64', length: TILE_ELEMENTS + 2 * BLOCK * DEPTH } as const

/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L · Lᵀ = matrix.
 *
 * rows³ ÷ 3 operations in double precision, in blocks of 128 columns; memory for the matrix and two of those blocks. Only the
 * lower triangle of the matrix is read.
 * @throws RangeError when the matrix is not square, a cell is not finite, or a pivot is not positive (the pivot is named)
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, section 4.2
 * @example cholesky({ rows: 1, columns: 1, values: Float64Array.of(9) }).values // Float64Array [3]
 */
export function cholesky(matrix: Matrix<Float64Array>): Matrix<Float64Array> {
  return run(choleskySteps(localEngine(), matrix))
}

/** {@link cholesky} on a pool of workers: the same bits. */
export function choleskyAsync(
  matrix: Matrix<Float64Array>,
  options: PooledOptions = {},
): Promise<Matrix<Float64Array>> {
  return onPool(options, (engine) => choleskySteps(engine, matrix))
}

/**
 * Inverse of a symmetric positive definite matrix, through its Cholesky factor.
 *
 * rows³ operations in double precision; memory for the matrix twice. Only the lower triangle of the matrix is read; the result
 * is exactly symmetric.
 * @throws RangeError when the matrix is not square, a cell is not finite, or a pivot is not positive (the pivot is named)
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, section 4.2
 * @example inversePositiveDefinite({ rows: 1, columns: 1, values: Float64Array.of(4) }).values // Float64Array [0.25]
 */
export function inversePositiveDefinite(matrix: Matrix<Float64Array>): Matrix<Float64Array> {
  return run(inverseSteps(localEngine(), matrix))
}

/** {@link inversePositiveDefinite} on a pool of workers: the same bits. */
export function inversePositiveDefiniteAsync(
  matrix: Matrix<Float64Array>,
  options: PooledOptions = {},
): Promise<Matrix<Float64Array>> {
  return onPool(options, (engine) => inverseSteps(engine, matrix))
}

function* choleskySteps(engine: Engine, matrix: Matrix<Float64Array>): Steps<Matrix<Float64Array>> {
  const n = checkSquare('cholesky', matrix)
  engine.arena.require('cholesky', 8 * (n * n + 2 * BLOCK * (n + BLOCK)))
  const scope = engine.arena.scope('cholesky')
  try {
    const region = scope.copy(matrix.values)
    yield* factor('cholesky', engine, scope, region, n)
    const values = region.view().slice()
    for (let r = 0; r < n; r++) values.fill(0, r * n + r + 1, (r + 1) * n)
    return { rows: n, columns: n, values }
  } finally {
    scope.close()
  }
}

function* inverseSteps(engine: Engine, matrix: Matrix<Float64Array>): Steps<Matrix<Float64Array>> {
  const n = checkSquare('inversePositiveDefinite', matrix)
  engine.arena.require('inversePositiveDefinite', inverseBytes(n))
  const scope = engine.arena.scope('inversePositiveDefinite')
  try {
    const region = scope.copy(matrix.values)
    yield* invertRegion(engine, region, n)
    return { rows: n, columns: n, values: region.view().slice() }
  } finally {
    scope.close()
  }
}

/** Bytes that inverting n × n numbers holds at one time, the matrix included. */
export function inverseBytes(n: number): number {
  return 8 * (2 * n * n + 5 * BLOCK * (n + DEPTH))
}

/** Inverts a symmetric positive definite matrix in the arena, in place, as steps of a larger algorithm. */
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
    yield task(engine, 'gramOfPanels', [packed, n, matrix, SCRATCH], n, UPDATE_ROWS)
    yield task(engine, 'mirror', [matrix, n], n, UPDATE_ROWS)
  } finally {
    scope.close()
  }
}

function checkSquare(fn: string, matrix: Matrix<Float64Array>): number {
  checkMatrix(fn, 'matrix', matrix)
  if (matrix.rows !== matrix.columns)
    throw rangeError(fn, 'matrix.columns', `be ${matrix.rows}, its rows`, matrix.columns)
  return matrix.rows
}

/** Right-looking blocked Cholesky, in place below the diagonal; returns the inverses of the diagonal blocks of L. */
function* factor(fn: string, engine: Engine, scope: Scope, matrix: Region<'f64'>, n: number): Steps<Region<'f64'>[]> {
  const inverses: Region<'f64'>[] = []
  const packedInverse = scope.room('f64', BLOCK * BLOCK)
  const packed = scope.room('f64', (n + BLOCK) * BLOCK)
  const negated = scope.room('f64', (n + BLOCK) * BLOCK)
  const status = scope.zeros('i32', 1)
  for (let from = 0; from < n; from += BLOCK) {
    const size = Math.min(BLOCK, n - from)
    const below = n - from - size
    const inverse = scope.room('f64', BLOCK * BLOCK)
    inverses.push(inverse)
    yield task(engine, 'factorDiagonal', [matrix, n, from, size, inverse, packedInverse, status], 1, 1)
    checkPivot(fn, status.view()[0]!)
    const panel = [matrix, n, from, size, packedInverse, packed, negated, SCRATCH]
    yield task(engine, 'solvePanel', panel, below, UPDATE_ROWS)
    const trailing = [matrix, n, from + size, size, packed, negated, SCRATCH]
    yield task(engine, 'updateTrailing', trailing, below, UPDATE_ROWS)
    yield progress('factor', from + size, n)
  }
  return inverses
}

function checkPivot(fn: string, status: number): void {
  if (status !== 0) {
    throw new RangeError(`${fn}: matrix must be positive definite, got pivot ${status - 1} that is not positive`)
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
  const packed = scope.zeros('f64', Math.ceil(n / 4) * 4 * n)
  const packedRows = scope.room('f64', (n + DEPTH) * BLOCK)
  const negated = scope.room('f64', BLOCK * BLOCK)
  const packedNegated = scope.room('f64', BLOCK * BLOCK)
  for (const [block, inverse] of inverses.entries()) {
    const from = block * BLOCK
    const size = Math.min(BLOCK, n - from)
    yield task(engine, 'placeDiagonal', [inverse, packed, n, from, size], 1, 1)
    negated.view().set(inverse.view().map((value) => -value))
    yield* packColumns(engine, packedNegated, blockRows(negated, 0, size, size, BLOCK))
    yield* packColumns(engine, packedRows, blockRows(matrix, from * n, from, size, n))
    const rows = [packedRows, packed, n, from, size, packedNegated, SCRATCH]
    yield task(engine, 'invertRows', rows, from / 4, INVERT_PANELS)
    yield progress('invert', from + size, n)
  }
  return packed
}

/** Rows of a matrix as the lines that are packed: from element `first` on, `depth` long, `step` apart. */
function blockRows(matrix: Region<'f64'>, first: number, depth: number, rows: number, step: number) {
  return { right: matrix.from(first), depth, columns: rows, depthStep: 1, columnStep: step }
}

function task(
  engine: Engine,
  kernel: string,
  args: (number | Region | typeof SCRATCH)[],
  rows: number,
  blockRows: number,
): Task {
  return rowTask(engine, computeKernels, kernel, args, { rows, blockRows })
}

function progress(stage: string, done: number, total: number): Progress {
  return { stage, done, total }
}
