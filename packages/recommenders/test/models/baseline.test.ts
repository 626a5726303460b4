import { csrFromTriplets, idIndex } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { fitBaseline, fitBaselineAsync, loadBaseline } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'
import { movieLens } from '../movielens.js'
import { errorsOf, largestDifference } from '../ratings/movielens-ratings.js'
import { baselines, fewRatings, openRatings } from '../ratings/surprise-values.js'

recommenderContract('baseline', (interactions) => fitBaseline(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  dislikesCompare: true,
  rounds: true,
  load: loadBaseline,
  fitAsync: (interactions, pooled) => fitBaselineAsync(interactions, pooled),
})

describe('baseline', () => {
  test.each(baselines)('gives what Surprise gives for a few ratings, epochs $epochs', ({ estimates, ...options }) => {
    const { customerRegularization, productRegularization, epochs } = options
    const model = fitBaseline(fewRatings, { customerRegularization, productRegularization, epochs })
    openRatings(model).forEach((rating, i) => expect(rating).toBeCloseTo(estimates[i]!, 9))
  })

  test('an explanation names the levels, worked out by hand', () => {
    const shop = interactionsFrom<string, string>([
      ['ann', 'mug', 4],
      ['ann', 'tea', 2],
      ['bob', 'mug', 4],
      ['bob', 'pot', 2],
    ])
    const model = fitBaseline(shop, { customerRegularization: 0, productRegularization: 2, epochs: 1 })
    // mug 2 / 4, tea and pot -1 / 3; ann ((4 - 3.5) + (2 - 2.667)) / 2
    const parts = model.explain('ann', 'pot')!.parts
    expect(parts.map((part) => part.kind === 'level' && part.of)).toEqual(['everybody', 'customer', 'product'])
    expect(parts[0]!.contribution).toBe(3)
    expect(parts[1]!.contribution).toBeCloseTo((0.5 - 2 / 3) / 2, 12)
    expect(parts[2]!.contribution).toBeCloseTo(-1 / 3, 12)
    expect(model.recommend('ann', { includeSeen: true }).map(({ item }) => item)).toEqual(['mug', 'tea', 'pot'])
  })

  test('one product, and a customer who rated nothing', () => {
    const customers = idIndex(['ann', 'bob'])
    const matrix = csrFromTriplets([0], [0], [4], 2, 1)
    const model = fitBaseline({ customers, products: idIndex(['mug']), matrix })
    expect([model.score('ann', 'mug'), model.score('bob', 'mug')]).toEqual([4, 4])
    expect(model.recommend('bob')).toEqual([{ item: 'mug', score: 4, source: 'baseline' }])
  })

  test('bad options and interactions are errors that name themselves', async () => {
    expect(() => fitBaseline(fewRatings, { epochs: 0 })).toThrow(
      new RangeError('fitBaseline: epochs must be at least 1, got 0'),
    )
    expect(() => fitBaseline(interactionsFrom([]))).toThrow(
      'fitBaseline: interactions.matrix.indices.length must be at least 1, got 0',
    )
    for (const value of [NaN, Infinity]) {
      const matrix = { ...fewRatings.matrix, values: fewRatings.matrix.values.map(() => value) }
      expect(() => fitBaseline({ ...fewRatings, matrix })).toThrow(
        `fitBaseline: interactions.matrix.values[0] must be 0 or between 1e-70 and 1e+70 in size, got ${value}`,
      )
    }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(fitBaselineAsync(fewRatings, { signal })).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasShared)('baseline on MovieLens 100K gives what Surprise gives', () => {
  const all = hasShared ? (reference('neighbourhood-ratings').baselines as any[]) : []
  test.each(all.filter(({ method }) => method === 'als'))('$epochs epochs', (expected) => {
    const { userRegularization, itemRegularization, epochs, userBiases, itemBiases, globalMean } = expected
    const model = fitBaseline(movieLens(true), {
      customerRegularization: userRegularization,
      productRegularization: itemRegularization,
      epochs,
    })
    userBiases.forEach(({ user, bias }: any, i: number) => {
      const { item, bias: ofItem } = itemBiases[i]
      expect(model.score(user, item)).toBeCloseTo(globalMean + bias + ofItem, 9)
    })
    expect(largestDifference(model, expected)).toBeLessThan(1e-8)
    const { rmse, mae } = errorsOf(model)
    expect(rmse).toBeCloseTo(expected.rmse, 9)
    expect(mae).toBeCloseTo(expected.mae, 9)
  })
})
