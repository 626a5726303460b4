import { checkLength, checkNonNegative, dense, rangeError, type Dense, type DenseInput } from '@clientele/core'

/** The points of a call as a matrix of at least one row and one column; throws in the name of `fn` otherwise. */
export function checkPoints(fn: string, points: DenseInput, name = 'points'): Dense {
  const matrix = dense(points, fn, name)
  if (matrix.rows === 0) throw rangeError(fn, name, 'have at least one row', points)
  if (matrix.columns === 0) throw rangeError(fn, name, 'have at least one column', points)
  return matrix
}

/** Throws unless there is one weight of at least 0 per row and one of them is above 0. */
export function checkWeights(fn: string, weights: ArrayLike<number>, rows: number): void {
  checkLength(fn, 'weights', weights, rows, 'row')
  checkNonNegative(fn, 'weights', weights)
  for (let row = 0; row < rows; row++) if (weights[row]! > 0) return
  throw rangeError(fn, 'weights', 'hold at least one number above 0', weights)
}
