import { rangeError, run, type Steps } from '@clientele/core'
import { copyMatrix } from './copy-in.js'
import { copyOut } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { factor, factorBytes } from './factor.js'
import { checkCells, checkShape, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'

/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L · Lᵀ = matrix.
 *
 * rows³ ÷ 3 operations in double precision, in blocks of 128 columns; memory for the matrix and three of those blocks. Only
 * the lower triangle of the matrix is read.
 * @throws RangeError when the matrix is not square, a cell is not finite, a pivot is not positive (the pivot is named), or
 * memory does not suffice; TypeError when the matrix is not one of double precision
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, section 4.2
 * @example cholesky({ rows: 1, columns: 1, values: Float64Array.of(9) }).values // Float64Array [3]
 */
export function cholesky(matrix: Matrix<Float64Array>): Matrix<Float64Array> {
  return run(choleskySteps(localEngine(), matrix))
}

/**
 * {@link cholesky} on a pool of workers: the same bits.
 * @throws as {@link cholesky} does, as a rejection, and with the signal's reason
 * @example await choleskyAsync(matrix, { onProgress: ({ done, total }) => console.log(done / total) })
 */
export function choleskyAsync(
  matrix: Matrix<Float64Array>,
  options: PooledOptions = {},
): Promise<Matrix<Float64Array>> {
  return onPool('cholesky', options, (engine) => choleskySteps(engine, matrix))
}

function* choleskySteps(engine: Engine, matrix: Matrix<Float64Array>): Steps<Matrix<Float64Array>> {
  const fn = 'cholesky'
  const n = checkSquare(fn, matrix)
  engine.arena.require(fn, 8 * n * n + factorBytes(engine, n))
  const scope = engine.arena.scope(fn)
  try {
    const region = yield* copyMatrix(fn, scope, 'matrix', matrix)
    yield* factor(fn, engine, scope, region, n)
    const values = yield* copyOut(region, (piece, first) => {
      zeroAbove(piece, first, n)
      checkCells(fn, 'factor', piece, n, first)
    })
    return { rows: n, columns: n, values }
  } finally {
    scope.close()
  }
}

/** Throws unless a matrix is square and of double precision; returns its rows. */
export function checkSquare(fn: string, matrix: Matrix<Float64Array>): number {
  checkShape(fn, 'matrix', matrix, [Float64Array])
  if (matrix.rows !== matrix.columns) {
    throw rangeError(fn, 'matrix.columns', `be ${matrix.rows}, its rows`, matrix.columns)
  }
  return matrix.rows
}

/** Zeros above the diagonal, in a piece of a matrix of n columns that begins at cell `first`. */
function zeroAbove(piece: Float64Array, first: number, n: number): void {
  const end = first + piece.length
  for (let row = Math.floor(first / n); row * n < end; row++) {
    piece.fill(0, Math.max(0, row * n + row + 1 - first), Math.max(0, (row + 1) * n - first))
  }
}
