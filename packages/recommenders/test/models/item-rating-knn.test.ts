import { csrFromTriplets, idIndex } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import {
  fitItemRatingKnn,
  fitItemRatingKnnAsync,
  loadItemRatingKnn,
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
  recommenderContract(`item-rating-knn, ${normalize}`, (interactions) => fitItemRatingKnn(interactions, options), {
    personal: false,
    fillsUp: true,
    answersStrangers: false,
    dislikesCompare: true,
    rounds: true,
    load: loadItemRatingKnn,
    fitAsync: (interactions, pooled) => fitItemRatingKnnAsync(interactions, { ...options, ...pooled }),
  })
}
recommenderContract('item-rating-knn as it is by default', (interactions) => fitItemRatingKnn(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  dislikesCompare: true,
  rounds: true,
  load: loadItemRatingKnn,
  fitAsync: (interactions, pooled) => fitItemRatingKnnAsync(interactions, pooled),
})

describe('item-rating-knn', () => {
  const settings = knn.filter(({ userBased }) => !userBased)
  test.each(settings)('gives what Surprise gives for a few ratings: $model, $similarity, $k', (setting) => {
    const ratings = openRatings(fitItemRatingKnn(fewRatings, optionsOf(setting)))
    ratings.forEach((rating, i) => expect(rating).toBeCloseTo(setting.estimates[i]!, 9))
  })

  test('an explanation names the products of the history that were heard, and the level that they move', () => {
    // mug and pot are rated alike by bob, eve rates the pot higher
    const shop = interactionsFrom<string, string>([
      ['ann', 'mug', 5],
      ['bob', 'mug', 3],
      ['bob', 'pot', 3],
      ['eve', 'mug', 1],
      ['eve', 'pot', 2],
    ])
    const model = fitItemRatingKnn(shop, { normalize: 'mean', similarity: 'meanSquaredDifference' })
    // mean squared difference 1/2; ann's mug is 2 above the mean of 3, the mean pot has 2.5
    expect(model.explain('ann', 'pot')).toEqual({
      item: 'pot',
      score: 4.5,
      source: 'item-rating-knn',
      parts: [
        { kind: 'level', of: 'product', contribution: 2.5, share: 2.5 / 4.5 },
        { kind: 'history', item: 'mug', value: 5, similarity: 1 / 1.5, contribution: 2, share: 2 / 4.5 },
      ],
    })
    expect(model.similarItems('pot')).toEqual([{ item: 'mug', similarity: 1 / 1.5 }])
  })

  test('one product, and a customer who rated nothing', () => {
    const customers = idIndex(['ann', 'bob'])
    const matrix = csrFromTriplets([0], [0], [4], 2, 1)
    const model = fitItemRatingKnn({ customers, products: idIndex(['mug']), matrix })
    expect([model.score('ann', 'mug'), model.score('bob', 'mug')]).toEqual([4, 4])
    expect(model.recommend('ann')).toEqual([])
    expect(model.recommend('bob')).toEqual([{ item: 'mug', score: 4, source: 'item-rating-knn' }])
  })

  test('bad options and interactions are errors that name themselves', async () => {
    const fit = (options: RatingKnnOptions) => () => fitItemRatingKnn(fewRatings, options)
    expect(fit({ neighbors: 0 })).toThrow(new RangeError('fitItemRatingKnn: neighbors must be at least 1, got 0'))
    expect(() => fitItemRatingKnn(interactionsFrom([]))).toThrow(
      'fitItemRatingKnn: interactions.matrix.indices.length must be at least 1, got 0',
    )
    for (const value of [NaN, Infinity]) {
      const matrix = { ...fewRatings.matrix, values: fewRatings.matrix.values.map(() => value) }
      expect(() => fitItemRatingKnn({ ...fewRatings, matrix })).toThrow(
        `fitItemRatingKnn: interactions.matrix.values[0] must be 0 or between 1e-70 and 1e+70 in size, got ${value}`,
      )
    }
    await expect(fitItemRatingKnnAsync(fewRatings, { epochs: 0 })).rejects.toThrow('epochs must be at least 1, got 0')
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(fitItemRatingKnnAsync(fewRatings, { signal })).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasShared)('item-rating-knn on MovieLens 100K gives what Surprise gives', () => {
  const all = hasShared ? (reference('neighbourhood-ratings').knn as any[]) : []
  const settings = all.filter(({ userBased }) => !userBased)
  const ratings = hasShared ? movieLens(true) : undefined

  test.each(settings)('ratings: $model, $similarity', (setting: SurpriseKnn) => {
    const model = fitItemRatingKnn(ratings!, optionsOf(setting))
    expect(largestDifference(model, setting as any)).toBeLessThan(1e-8)
  })

  const whole = ['KNNBasic msd', 'KNNBaseline pearson_baseline']
  test.each(settings.filter(({ model, similarity }) => whole.includes(`${model} ${similarity}`)))(
    'errors of 20,000 ratings: $model, $similarity',
    (setting) => {
      const { rmse, mae } = errorsOf(fitItemRatingKnn(ratings!, optionsOf(setting)))
      expect(rmse).toBeCloseTo(setting.rmse, 9)
      expect(mae).toBeCloseTo(setting.mae, 9)
    },
  )
})
