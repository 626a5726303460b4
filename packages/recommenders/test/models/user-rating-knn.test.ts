import { csrFromTriplets, idIndex } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import {
  fitUserRatingKnn,
  fitUserRatingKnnAsync,
  loadUserRatingKnn,
  type RatingKnnOptions,
  type RatingNormalization,
} from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'
import { errorsOf, largestDifference } from '../ratings/movielens-ratings.js'
import { fewRatings, knn, openRatings, optionsOf, type SurpriseKnn } from '../ratings/surprise-values.js'

const normalizations: readonly RatingNormalization[] = ['none', 'mean', 'zScore', 'baseline']
for (const normalize of normalizations) {
  const options: RatingKnnOptions = { normalize, similarity: 'meanSquaredDifference', neighbors: 3 }
  recommenderContract(`user-rating-knn, ${normalize}`, (interactions) => fitUserRatingKnn(interactions, options), {
    personal: false,
    fillsUp: true,
    answersStrangers: false,
    dislikesCompare: true,
    rounds: true,
    load: loadUserRatingKnn,
    fitAsync: (interactions, pooled) => fitUserRatingKnnAsync(interactions, { ...options, ...pooled }),
  })
}
recommenderContract('user-rating-knn as it is by default', (interactions) => fitUserRatingKnn(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  dislikesCompare: true,
  rounds: true,
  load: loadUserRatingKnn,
  fitAsync: (interactions, pooled) => fitUserRatingKnnAsync(interactions, pooled),
})

describe('user-rating-knn', () => {
  const settings = knn.filter(({ userBased }) => userBased)
  test.each(settings)('gives what Surprise gives for a few ratings: $model, $similarity, $k', (setting) => {
    const ratings = openRatings(fitUserRatingKnn(fewRatings, optionsOf(setting)))
    ratings.forEach((rating, i) => expect(rating).toBeCloseTo(setting.estimates[i]!, 9))
  })

  test('an explanation names the customers who were heard, and the level that they move', () => {
    // ann and bob rate mug and tea alike; bob's mean is 2.5
    const shop = interactionsFrom<string, string>([
      ['ann', 'mug', 4],
      ['ann', 'tea', 2],
      ['bob', 'mug', 4],
      ['bob', 'tea', 2],
      ['bob', 'pot', 3],
      ['bob', 'hat', 1],
    ])
    const model = fitUserRatingKnn(shop, { normalize: 'mean', similarity: 'meanSquaredDifference' })
    // ann's mean is 3; bob's pot is half a point above his
    expect(model.score('ann', 'pot')).toBe(3.5)
    expect(model.explain('ann', 'hat')).toEqual({
      item: 'hat',
      score: 1.5,
      source: 'user-rating-knn',
      parts: [
        { kind: 'level', of: 'customer', contribution: 3, share: 2 },
        { kind: 'neighbour', customer: 'bob', value: 1, similarity: 1, contribution: -1.5, share: -1 },
      ],
    })
    expect(model.similarUsers('ann')).toEqual([{ customer: 'bob', similarity: 1 }])
    expect(model.similarUsersFor([{ item: 'mug', value: 5 }], { n: 1 })).toEqual([{ customer: 'ann', similarity: 0.5 }])
  })

  test('somebody without ratings has the mean of all, or the baselines', () => {
    const plain = fitUserRatingKnn(fewRatings, { normalize: 'mean', similarity: 'pearson' })
    const total = fewRatings.matrix.values.reduce((sum, rating) => sum + rating, 0)
    expect(plain.scoreFor([], 0)).toBeCloseTo(total / fewRatings.matrix.values.length, 12)
    const parts = fitUserRatingKnn(fewRatings).explainFor([], 0)!.parts
    expect(parts.map((part) => part.kind === 'level' && part.of)).toEqual(['everybody', 'product'])
  })

  test('one product, and a customer who rated nothing', () => {
    const customers = idIndex(['ann', 'bob'])
    const matrix = csrFromTriplets([0], [0], [4], 2, 1)
    const model = fitUserRatingKnn({ customers, products: idIndex(['mug']), matrix })
    expect([model.score('ann', 'mug'), model.score('bob', 'mug')]).toEqual([4, 4])
    expect(model.recommend('ann')).toEqual([])
    expect(model.recommend('bob')).toEqual([{ item: 'mug', score: 4, source: 'user-rating-knn' }])
  })

  test('bad options and interactions are errors that name themselves', async () => {
    const fit = (options: RatingKnnOptions) => () => fitUserRatingKnn(fewRatings, options)
    expect(fit({ neighbors: 0 })).toThrow(new RangeError('fitUserRatingKnn: neighbors must be at least 1, got 0'))
    expect(() => fitUserRatingKnn(interactionsFrom([]))).toThrow(
      'fitUserRatingKnn: interactions.matrix.indices.length must be at least 1, got 0',
    )
    for (const value of [NaN, Infinity]) {
      const matrix = { ...fewRatings.matrix, values: fewRatings.matrix.values.map(() => value) }
      expect(() => fitUserRatingKnn({ ...fewRatings, matrix })).toThrow(
        `fitUserRatingKnn: interactions.matrix.values[0] must be 0 or between 1e-70 and 1e+70 in size, got ${value}`,
      )
    }
    await expect(fitUserRatingKnnAsync(fewRatings, { epochs: 0 })).rejects.toThrow('epochs must be at least 1, got 0')
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(fitUserRatingKnnAsync(fewRatings, { signal })).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasShared)('user-rating-knn on MovieLens 100K gives what Surprise gives', () => {
  const all = hasShared ? (reference('neighbourhood-ratings').knn as any[]) : []
  const settings = all.filter(({ userBased }) => userBased)
  const ratings = hasShared ? movieLens(true) : undefined

  test.each(settings)('ratings: $model, $similarity', (setting: SurpriseKnn) => {
    const model = fitUserRatingKnn(ratings!, optionsOf(setting))
    expect(largestDifference(model, setting as any)).toBeLessThan(1e-8)
  })

  const whole = ['KNNWithMeans cosine', 'KNNWithZScore msd', 'KNNBaseline pearson_baseline']
  test.each(settings.filter(({ model, similarity }) => whole.includes(`${model} ${similarity}`)))(
    'errors of 20,000 ratings: $model, $similarity',
    (setting) => {
      const { rmse, mae } = errorsOf(fitUserRatingKnn(ratings!, optionsOf(setting)))
      expect(rmse).toBeCloseTo(setting.rmse, 9)
      expect(mae).toBeCloseTo(setting.mae, 9)
    },
  )
})
