import { describe, expect, test } from 'vitest'
import { openModel } from '../src/files/model-state.js'
import { scoredModel } from '../src/scored-model.js'
import { recommenderContract } from './contract.js'
import { interactionsFrom } from './fixtures.js'

recommenderContract(
  'a model whose scores are positions',
  (interactions) =>
    scoredModel('by-position', interactions, {
      above: -Infinity,
      scoreAll: (_, into) => into.forEach((_, item) => (into[item] = 1 - item)),
      scoreOne: (_, item) => 1 - item,
      partsOf: (_, item) => [{ kind: 'popularity', by: 'lines', contribution: 1 - item }],
      state: () => ({ options: {}, arrays: {} }),
    }),
  { personal: false, fillsUp: true, answersStrangers: false },
)

describe('a scored model', () => {
  const shop = interactionsFrom<string, string>([
    ['ann', 'a', 2],
    ['bob', 'b'],
    ['bob', 'c'],
  ])
  const model = scoredModel('constant', shop, {
    above: 0,
    scoreAll: (_, into) => into.set([1, 1, 0]),
    scoreOne: (_, item) => (item < 2 ? 1 : 0),
    partsOf: { cannotExplain: 'its scores were made up' },
    state: () => ({ options: { made: 'up' }, arrays: { scores: Float64Array.of(1, 1, 0) } }),
  })

  test('recommends only what scores above the scorer says', () => {
    expect(model.recommend('ann', { includeSeen: true }).map(({ item }) => item)).toEqual(['a', 'b'])
  })

  test('says why it cannot explain', () => {
    expect(model.explain('ann', 'b')).toEqual({
      item: 'b',
      score: 1,
      source: 'constant',
      parts: [],
      cannotExplain: 'its scores were made up',
    })
  })

  test('saves its ids, histories and own state', () => {
    const { file, interactions } = openModel('load', 'constant', model.save())
    expect(interactions).toEqual(shop)
    expect(file.options).toEqual({ made: 'up' })
    expect(file.array('scores', 'f64')).toEqual(Float64Array.of(1, 1, 0))
  })

  test('tells what it knows', () => {
    expect(model).toMatchObject({ name: 'constant', customers: shop.customers, products: shop.products })
    expect(model.history('ann')).toEqual([{ item: 'a', value: 2 }])
  })

  test('works again after a rule threw', () => {
    const where = () => {
      throw new Error('out of order')
    }
    expect(() => model.recommend('ann', { where })).toThrow('out of order')
    expect(model.recommend('ann').map(({ item }) => item)).toEqual(['b'])
  })
})
