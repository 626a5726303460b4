import { inPieces, invertRegion, type Engine, type Region } from '@clientele/compute'
import { rangeError, type Csr, type Steps } from '@clientele/core'
import { sparseGram } from './sparse-gram.js'

/** Below this share of the sum of all squares, regularization is lost in rounding. */
const LEAST_SHARE = 1e-10
/** Below this the inverse would overflow. */
const LEAST = 1e-100

/**
 * The weights of EASE, products × products: row i says how far product i speaks for each other one; 0 on the diagonal.
 * @throws RangeError when regularization is too little for the size of the values, or memory does not suffice
 */
export function* easeWeights(engine: Engine, matrix: Csr, regularization: number): Steps<Float64Array> {
  const products = matrix.columns
  checkRegularization(matrix, regularization)
  const scope = engine.arena.scope('fitEase')
  try {
    const square = scope.room('f64', products * products)
    yield* sparseGram(engine, 'fitEase', matrix, square)
    const gram = square.view()
    for (let item = 0; item < products; item++) gram[item * (products + 1)]! += regularization
    yield* invertRegion(engine, square, products, 'fitEase')
    return yield* weightsOf(square, products)
  } finally {
    scope.close()
  }
}

function checkRegularization({ values }: Csr, regularization: number): void {
  const least = Math.max(LEAST, LEAST_SHARE * values.reduce((sum, value) => sum + value * value, 0))
  if (regularization >= least) return
  throw rangeError('fitEase', 'regularization', `be at least ${least} for values of this size`, regularization)
}

/** -P(i, j) / P(j, j) of the inverse P, and 0 on the diagonal. */
function* weightsOf(inverse: Region<'f64'>, products: number): Steps<Float64Array> {
  const weights = new Float64Array(products * products)
  const diagonal = Float64Array.from({ length: products }, (_, item) => inverse.view()[item * (products + 1)]!)
  yield inPieces(weights.length, (start, end) => {
    const cells = inverse.view()
    for (let at = start, column = start % products; at < end; at++) {
      // 0 - p, since -p of 0 would be a 0 with a sign
      weights[at] = (0 - cells[at]!) / diagonal[column]!
      if (++column === products) column = 0
    }
  })
  for (let item = 0; item < products; item++) weights[item * (products + 1)] = 0
  return weights
}
