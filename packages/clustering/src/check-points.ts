import {
  checkDenseShape,
  checkLength,
  checkNonNegative,
  dense,
  rangeError,
  type Dense,
  type DenseInput,
} from '@clientele/core'

/** Beyond this a sum of squared distances could leave the range of numbers. */
export const LARGEST_CELL = 1e100

/** The points of a call as a matrix of at least one row and one column; throws in the name of `fn` otherwise. */
export function checkPoints(fn: string, points: DenseInput, name = 'points'): Dense {
  const matrix = dense(points, fn, name)
  if (matrix.rows === 0) throw rangeError(fn, name, 'have at least one row', points)
  if (matrix.columns === 0) throw rangeError(fn, name, 'have at least one column', points)
  return matrix
}

/**
 * {@link checkPoints}, and throws unless every cell is small enough for squared distances to stay finite. A matrix that is as
 * it should be is read once.
 */
export function checkBoundedPoints(fn: string, points: DenseInput): Dense {
  if (!Array.isArray(points)) {
    checkDenseShape(fn, 'points', points as Dense)
    if ((points as Dense).values.length > 0 && areBounded((points as Dense).values)) return points as Dense
  }
  const matrix = checkPoints(fn, points)
  checkCells(fn, 'points', matrix)
  return matrix
}

function areBounded(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]!) <= LARGEST_CELL)) return false
  return true
}

/** Throws unless there is one weight of at least 0 per row and one of them is above 0. */
export function checkWeights(fn: string, weights: ArrayLike<number>, rows: number): void {
  checkLength(fn, 'weights', weights, rows, 'row')
  checkNonNegative(fn, 'weights', weights)
  for (let row = 0; row < rows; row++) if (weights[row]! > 0) return
  throw rangeError(fn, 'weights', 'hold at least one number above 0', weights)
}

/** Throws unless every cell is finite and small enough for squared distances to stay finite. */
export function checkCells(fn: string, name: string, matrix: Dense): void {
  const { values, columns } = dense(matrix, fn, name)
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) > LARGEST_CELL) {
      const cell = `${name}[${Math.floor(i / columns)}][${i % columns}]`
      throw rangeError(fn, cell, `be between -${LARGEST_CELL} and ${LARGEST_CELL}`, values[i])
    }
  }
}
