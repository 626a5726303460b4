import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { ratingMetrics } from '../src/index.js'

test('errors are those worked out by hand', () => {
  expect(ratingMetrics([4, 2, 5], [3, 2, undefined])).toEqual({
    rmse: Math.SQRT1_2,
    mae: 0.5,
    mse: 0.5,
    r2: 0.5,
    explainedVariance: 0.75,
    predictions: 2,
    coverage: 2 / 3,
  })
})

test('a constant shift is forgiven by explained variance alone', () => {
  const { r2, explainedVariance } = ratingMetrics([1, 2, 3], [2, 3, 4])
  expect(r2).toBeCloseTo(-0.5, 12)
  expect(explainedVariance).toBe(1)
})

test('where all ratings are equal, only exact predictions explain them', () => {
  expect(ratingMetrics([3, 3], [3, 3])).toMatchObject({ r2: 1, explainedVariance: 1 })
  expect(ratingMetrics([3, 3], [3, 4])).toMatchObject({ r2: 0, explainedVariance: 0 })
})

test('averaged over users, one with many ratings counts no more than another', () => {
  const { mae, perUser } = ratingMetrics([1, 1, 1, 5], [1, 1, 1, 3], { users: [7, 7, 7, 2] })
  expect(mae).toBe(0.5)
  expect(perUser).toMatchObject({ mae: 1, rmse: 1, mse: 2, users: 2 })
})

test('a user without any prediction is in no mean', () => {
  expect(ratingMetrics([1, 4], [2, undefined], { users: [0, 1] }).perUser).toMatchObject({ mae: 1, users: 1 })
})

test.skipIf(!hasShared)('gives what scikit-learn gives', () => {
  const { true: actual, predicted, rmse, mae, r2, explainedVariance } = reference('ranking-metrics').ratings
  const got = ratingMetrics(actual, predicted)
  expect(got.rmse).toBeCloseTo(rmse, 9)
  expect(got.mae).toBeCloseTo(mae, 9)
  expect(got.r2).toBeCloseTo(r2, 9)
  expect(got.explainedVariance).toBeCloseTo(explainedVariance, 9)
})

test('names what is wrong', () => {
  expect(() => ratingMetrics([1], [NaN])).toThrow(new RangeError('ratingMetrics: predicted[0] must be finite, got NaN'))
  expect(() => ratingMetrics([1, 2], [1])).toThrow('ratingMetrics: predicted.length must be 2, one per rating, got 1')
  expect(() => ratingMetrics([1], [undefined])).toThrow(
    'ratingMetrics: predicted must hold at least one prediction, got 0',
  )
  expect(() => ratingMetrics([1], [1], { users: [-1] })).toThrow('ratingMetrics: users[0]')
})
