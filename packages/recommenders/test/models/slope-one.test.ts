import { csrFromTriplets, idIndex } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { fitSlopeOne, fitSlopeOneAsync, loadSlopeOne } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'
import { errorsOf, largestDifference } from '../ratings/movielens-ratings.js'
import { fewRatings, openRatings, slopeOne } from '../ratings/surprise-values.js'

recommenderContract('slope-one', (interactions) => fitSlopeOne(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  dislikesCompare: true,
  rounds: true,
  load: loadSlopeOne,
  fitAsync: (interactions, pooled) => fitSlopeOneAsync(interactions, pooled),
})

describe('slope-one', () => {
  test('gives what Surprise gives for a few ratings', () => {
    openRatings(fitSlopeOne(fewRatings)).forEach((rating, i) => expect(rating).toBeCloseTo(slopeOne[i]!, 9))
  })

  test('half stars count as halves', () => {
    // pot is rated half a point higher than mug by bob, tea one and a half lower by eve
    const shop = interactionsFrom<string, string>([
      ['ann', 'mug', 3.5],
      ['bob', 'mug', 2],
      ['bob', 'pot', 2.5],
      ['eve', 'mug', 5],
      ['eve', 'tea', 3.5],
    ])
    const model = fitSlopeOne(shop)
    expect(model.score('ann', 'pot')).toBe(4)
    expect(model.score('ann', 'tea')).toBe(2)
    expect(model.explain('ann', 'tea')!.parts).toEqual([
      { kind: 'level', of: 'customer', contribution: 3.5, share: 1.75 },
      { kind: 'history', item: 'mug', value: 3.5, similarity: 1, contribution: -1.5, share: -0.75 },
    ])
  })

  test('a product that nobody rated together with the history has the customer’s mean, and without a history the mean of all', () => {
    const shop = interactionsFrom<string, string>([
      ['ann', 'mug', 3],
      ['bob', 'pot', 5],
    ])
    expect(fitSlopeOne(shop).score('ann', 'pot')).toBe(3)
    expect(fitSlopeOne(shop).scoreFor([], 'pot')).toBe(4)
  })

  test('one product, and a customer who rated nothing', () => {
    const customers = idIndex(['ann', 'bob'])
    const matrix = csrFromTriplets([0], [0], [4], 2, 1)
    const model = fitSlopeOne({ customers, products: idIndex(['mug']), matrix })
    expect([model.score('ann', 'mug'), model.score('bob', 'mug')]).toEqual([4, 4])
    expect(model.recommend('bob')).toEqual([{ item: 'mug', score: 4, source: 'slope-one' }])
  })

  test('bad interactions are errors that name themselves', async () => {
    expect(() => fitSlopeOne(interactionsFrom([]))).toThrow(
      'fitSlopeOne: interactions.matrix.indices.length must be at least 1, got 0',
    )
    for (const value of [NaN, Infinity]) {
      const matrix = { ...fewRatings.matrix, values: fewRatings.matrix.values.map(() => value) }
      expect(() => fitSlopeOne({ ...fewRatings, matrix })).toThrow(
        `fitSlopeOne: interactions.matrix.values[0] must be 0 or between 1e-70 and 1e+70 in size, got ${value}`,
      )
    }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(fitSlopeOneAsync(fewRatings, { signal })).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasShared)('slope-one on MovieLens 100K gives what Surprise gives', () => {
  test('ratings and errors', () => {
    const expected = reference('neighbourhood-ratings').slopeOne
    const model = fitSlopeOne(movieLens(true))
    expect(largestDifference(model, expected)).toBeLessThan(1e-8)
    const { rmse, mae } = errorsOf(model)
    expect(rmse).toBeCloseTo(expected.rmse, 9)
    expect(mae).toBeCloseTo(expected.mae, 9)
  })
})
