import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { estimate, roomForVoices } from '../../src/ratings/estimates.js'
import { itemEstimator } from '../../src/ratings/item-estimator.js'
import { ratingBasis } from '../../src/ratings/rating-basis.js'
import type { RatingNormalization } from '../../src/ratings/rating-options.js'

// product 0 is rated 1 and 3, product 1 rated 2, 4 and 6, product 2 by nobody
const matrix = csrFromTriplets([0, 1, 0, 1, 2], [0, 0, 1, 1, 1], [1, 3, 2, 4, 6], 3, 3)
const neighbours = csrFromTriplets([0, 1], [1, 0], [0.5, 0.5], 3, 3)
const somebody = { items: Int32Array.of(0), values: Float64Array.of(4) }

function rating(normalize: RatingNormalization, product: number) {
  const baselines = { mean: 3.2, products: Float64Array.of(-1, 1, 0), customerRegularization: 0 }
  const basis = ratingBasis(matrix, normalize, normalize === 'baseline' ? baselines : undefined)
  const estimator = itemEstimator(basis, neighbours, { neighbors: 2, minNeighbors: 1 })
  return estimate(estimator.prepare(somebody, false), estimator, product, roomForVoices(estimator)).rating
}

test('what was rated above its own level raises similar products above theirs', () => {
  expect(rating('none', 1)).toBe(4)
  expect(rating('mean', 1)).toBe(4 + (4 - 2))
  // two deviations of 1 above, in deviations of √(8 / 3)
  expect(rating('zScore', 1)).toBeCloseTo(4 + 2 * Math.sqrt(8 / 3), 12)
  // the customer's own bias is all that there is: 4 - 3.2 + 1
  expect(rating('baseline', 1)).toBeCloseTo(3.2 + 1.8 + 1, 12)
})

test('a product without ratings has the mean of all, or its baseline', () => {
  expect(rating('mean', 2)).toBe(3.2)
  expect(rating('baseline', 2)).toBeCloseTo(5, 12)
})
