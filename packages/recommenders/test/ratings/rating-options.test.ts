import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import {
  givenRatingKnn,
  needsBaselines,
  ratingComparison,
  resolveRatingKnn,
  type RatingKnnOptions,
} from '../../src/ratings/rating-options.js'

const resolved = (options: RatingKnnOptions = {}) => resolveRatingKnn('fit', options)
const rejected = (options: object) => expect(() => resolveRatingKnn('fit', options))

test('baselines and their correlation are the defaults', () => {
  expect(resolved()).toEqual({
    neighbors: 40,
    minNeighbors: 1,
    normalize: 'baseline',
    similarity: 'pearsonBaseline',
    minSupport: 1,
    shrinkage: 100,
    customerRegularization: 15,
    productRegularization: 10,
    epochs: 10,
  })
})

test('options can be given again', () => {
  const settings: RatingKnnOptions[] = [
    {},
    { normalize: 'mean', similarity: 'pearson', neighbors: 7, minNeighbors: 2, minSupport: 3 },
    { normalize: 'baseline', similarity: 'commonCosine', epochs: 3 },
    { normalize: 'zScore', shrinkage: 0, productRegularization: 4 },
  ]
  for (const options of settings) expect(resolved(givenRatingKnn(resolved(options)))).toEqual(resolved(options))
})

test('baselines are learned where something needs them', () => {
  expect(needsBaselines(resolved({ normalize: 'mean' }))).toBe(true)
  expect(needsBaselines(resolved({ similarity: 'pearson' }))).toBe(true)
  expect(needsBaselines(resolved({ normalize: 'mean', similarity: 'pearson' }))).toBe(false)
})

test('residuals of one rating in common say nothing, and shrinkage is theirs alone', () => {
  expect(ratingComparison(resolved())).toEqual({
    comparison: { kind: KIND.residualCosine },
    limits: { neighbors: Number.MAX_SAFE_INTEGER, minSupport: 2, shrinkage: 100 },
  })
  expect(ratingComparison(resolved({ similarity: 'commonCosine' })).limits).toMatchObject({
    minSupport: 1,
    shrinkage: 0,
  })
})

test('bad options are errors that name themselves', () => {
  rejected({ neighbors: 0 }).toThrow(new RangeError('fit: neighbors must be at least 1, got 0'))
  rejected({ minNeighbors: 0 }).toThrow('fit: minNeighbors must be at least 1, got 0')
  rejected({ minSupport: NaN }).toThrow('fit: minSupport must be an integer, got NaN')
  rejected({ shrinkage: -1 }).toThrow('fit: shrinkage must be at least 0, got -1')
  rejected({ normalize: 'means' }).toThrow(
    'fit: normalize must be one of "none", "mean", "zScore", "baseline", got "means"',
  )
  rejected({ similarity: 'cosine' }).toThrow('fit: similarity must be one of "commonCosine",')
  rejected({ similarity: 'pearson', shrinkage: 10 }).toThrow(
    'fit: shrinkage must be left out when similarity is "pearson", got 10',
  )
  rejected({ similarity: 'pearson', normalize: 'mean', epochs: 10 }).toThrow(
    'fit: epochs must be left out when there are no baselines to learn, got 10',
  )
})
