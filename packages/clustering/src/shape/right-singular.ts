import { Matrix, QrDecomposition, SVD } from 'ml-matrix'
import type { Dense, Steps } from '@clientele/core'

/** Singular values of a matrix with the directions in the space of its rows. */
export interface RightSingular {
  /** Descending, as many as the shorter side. */
  readonly values: Float64Array
  /** One unit vector a row, in the order of `values`. */
  readonly vectors: Dense
}

/** Rows that are reduced at one time: they and their triangle stay in the cache. */
const BLOCK_ROWS = 256

/**
 * Singular values and right singular vectors of a matrix whose rows are made one by one.
 *
 * A tall matrix is first reduced to a triangle with the same ones, block after block (QR), so that neither a copy of it nor
 * the squares of its numbers are needed: squares would lose half of the digits of small values. O(rows × columns²) time.
 *
 * @param fillRow writes a row of the matrix to `into`
 * @see Golub and Van Loan (2013), "Matrix Computations", sections 5.3.3 and 8.6
 */
export function* rightSingular(
  rows: number,
  columns: number,
  fillRow: (row: number, into: Float64Array) => void,
): Steps<RightSingular> {
  const { diagonal, rightSingularVectors } = new SVD(yield* triangle(rows, columns, fillRow), {
    computeLeftSingularVectors: false,
    autoTranspose: true,
  })
  const count = Math.min(rows, columns)
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => diagonal[b]! - diagonal[a]! || a - b)
  const vectors = new Float64Array(count * columns)
  order.forEach((from, to) => {
    for (let column = 0; column < columns; column++) {
      vectors[to * columns + column] = rightSingularVectors.get(column, from)
    }
  })
  return {
    values: Float64Array.from(order, (i) => diagonal[i]!),
    vectors: { rows: count, columns, values: vectors },
  }
}

/** The matrix itself when it is not tall, otherwise a square one with the same singular values and right vectors. */
function* triangle(rows: number, columns: number, fillRow: (row: number, into: Float64Array) => void): Steps<Matrix> {
  const blockRows = Math.max(BLOCK_ROWS, columns)
  const row = new Float64Array(columns)
  let reduced = new Matrix(0, columns)
  for (let start = 0; start < rows; start += blockRows) {
    yield { stage: 'PCA', done: start, total: rows }
    const count = Math.min(blockRows, rows - start)
    const block = new Matrix(reduced.rows + count, columns)
    block.setSubMatrix(reduced, 0, 0)
    for (let i = 0; i < count; i++) {
      fillRow(start + i, row)
      block.setRow(reduced.rows + i, row)
    }
    reduced = block.rows > columns ? new QrDecomposition(block).upperTriangularMatrix : block
  }
  yield { stage: 'PCA', done: rows, total: rows }
  return reduced
}
