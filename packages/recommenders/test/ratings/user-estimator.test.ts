import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { profileOfRow } from '../../src/profile.js'
import { estimate, roomForVoices } from '../../src/ratings/estimates.js'
import { ratingBasis } from '../../src/ratings/rating-basis.js'
import { resolveRatingKnn, type RatingNormalization } from '../../src/ratings/rating-options.js'
import { userEstimator } from '../../src/ratings/user-estimator.js'

// customers 0 and 1 rate product 0 alike; 1 gives product 1 a 5, customer 2 gave it a 1 and nothing in common
const matrix = csrFromTriplets([0, 1, 1, 2, 2], [0, 0, 1, 1, 2], [3, 3, 5, 1, 4], 3, 3)

function made(normalize: RatingNormalization) {
  const options = resolveRatingKnn('fit', { normalize, similarity: 'meanSquaredDifference' })
  const baselines = { mean: 3.2, products: Float64Array.of(0, 1, 0), customerRegularization: 1 }
  return userEstimator(ratingBasis(matrix, normalize, normalize === 'baseline' ? baselines : undefined), options)
}

function rating(normalize: RatingNormalization, row: number, product: number) {
  const estimator = made(normalize)
  const prepared = estimator.prepare(profileOfRow(matrix, row), false)
  return estimate(prepared, estimator, product, roomForVoices(estimator)).rating
}

test('who rates alike is heard, with deviations from their own level', () => {
  expect(rating('none', 0, 1)).toBe(5)
  expect(rating('mean', 0, 1)).toBe(3 + 1)
  // customer 0 has no spread of their own: that of all steps in, √(Σ(x - 3.2)² / 5)
  expect(rating('zScore', 0, 1)).toBeCloseTo(3 + Math.sqrt(8.8 / 5), 12)
  // biases -0.2 / 2 of customer 0, and (-0.2 + 0.8) / 3 of customer 1
  expect(rating('baseline', 0, 1)).toBeCloseTo(3.2 - 0.1 + 1 + (5 - (3.2 + 0.2 + 1)), 12)
})

test('who has nothing in common is not heard', () => {
  expect(rating('mean', 0, 2)).toBe(3)
  expect(rating('none', 0, 2)).toBe(3.2)
})

test('similarities are the same for a customer and for their history', () => {
  const { similaritiesOf } = made('mean')
  const { items, values } = profileOfRow(matrix, 1)
  expect(similaritiesOf({ items, values })).toEqual(similaritiesOf(profileOfRow(matrix, 1)))
  expect(similaritiesOf(profileOfRow(matrix, 1))).toEqual(Float64Array.of(1, 1, 1 / 17))
})
