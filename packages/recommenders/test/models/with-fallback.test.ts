import type { Id } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitItemKnn,
  fitPopularity,
  loadItemKnn,
  loadPopularity,
  loadWithFallback,
  withFallback,
  type Recommender,
} from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'

recommenderContract(
  'item-knn with popularity as fallback',
  (interactions) => withFallback(fitItemKnn(interactions), fitPopularity(interactions)),
  {
    personal: true,
    fillsUp: true,
    answersStrangers: true,
    dislikesCompare: true,
    load: <C extends Id, P extends Id>(bytes: Uint8Array) => loadWithFallback<C, P>(bytes, loadItemKnn, loadPopularity),
  },
)

recommenderContract(
  'a fallback of a fallback',
  (interactions) => {
    const fewest = fitItemKnn(interactions, { neighbors: 1 })
    return withFallback(withFallback(fewest, fitItemKnn(interactions)), fitPopularity(interactions))
  },
  { personal: true, fillsUp: true, answersStrangers: true, dislikesCompare: true, mixesScores: true },
)

describe('with fallback', () => {
  const shop = interactionsFrom<string, string>([
    ['ann', 'mug'],
    ['ann', 'tea'],
    ['bob', 'mug'],
    ['bob', 'tea'],
    ['bob', 'pot'],
    ['eve', 'pot'],
    ['eve', 'hat'],
    ['kim', 'hat'],
    ['kim', 'cap'],
  ])
  const neighbours = fitItemKnn(shop)
  const popular = fitPopularity(shop)
  const both = withFallback(neighbours, popular)

  test('the second model fills up where the first has nothing more to say', () => {
    expect(both.recommend('ann', { n: 3 })).toEqual([
      { item: 'pot', score: 1, source: 'item-knn' },
      { item: 'hat', score: 2, source: 'fallback' },
      { item: 'cap', score: 1, source: 'fallback' },
    ])
  })

  test('a stranger gets the list of the second model', () => {
    const expected = popular.recommendFor([], { n: 2 }).map((each) => ({ ...each, source: 'fallback' }))
    expect(both.recommend('nobody', { n: 2 })).toEqual(expected)
    expect(both.recommendFor([], { n: 2 })).toEqual(expected)
    expect(both.score('nobody', 'mug')).toBe(2)
    expect(both.explain('nobody', 'mug')).toMatchObject({ source: 'fallback', parts: [{ kind: 'popularity' }] })
  })

  test('an explanation says why the first model left the product to the second', () => {
    const reason = (customer: string, item: string) => both.explain(customer, item)?.fallback?.reason
    expect(reason('ann', 'pot')).toBeUndefined()
    expect(reason('ann', 'hat')).toBe('too-few-products')
    expect(reason('nobody', 'mug')).toBe('unknown-customer')
    expect(both.explainFor([], 'mug')?.fallback).toEqual({ model: 'item-knn', reason: 'no-history' })
    expect(both.explainFor([{ item: 'nothing we know' }], 'mug')?.fallback?.reason).toBe('no-history')
  })

  test('a quota takes what the first model has for it, then what the second has', () => {
    const promotion = { tag: 'promotion', among: ['cap', 'pot'], share: 0.5 }
    expect(both.recommend('ann', { n: 4, quotas: [promotion] })).toEqual([
      { item: 'pot', score: 1, source: 'promotion' },
      { item: 'hat', score: 2, source: 'fallback' },
      { item: 'cap', score: 1, source: 'promotion' },
    ])
  })

  test('limits of groups hold over both models', () => {
    const group = (item: string) => (item === 'pot' || item === 'hat' ? 'large' : 'small')
    expect(both.recommend('ann', { maxPerGroup: { max: 1, group } }).map(({ item }) => item)).toEqual(['pot', 'cap'])
  })

  test('a model made elsewhere can be filled up, or fill up', () => {
    const foreign = (model: Recommender<string, string>): Recommender<string, string> =>
      Object.fromEntries(Object.entries(model)) as any
    const models = [neighbours, popular] as const
    for (const [first, second] of [models, [foreign(neighbours), popular], [neighbours, foreign(popular)]] as const) {
      const combined = withFallback(first, second)
      for (const customer of ['ann', 'eve', 'kim', 'nobody']) {
        for (const options of [{}, { includeSeen: true }, { n: 2, where: (item: string) => item !== 'pot' }]) {
          expect(combined.recommend(customer, options)).toEqual(both.recommend(customer, options))
        }
        expect(combined.scoreAll(customer)).toEqual(both.scoreAll(customer))
        for (const item of both.products.ids) {
          expect(combined.score(customer, item)).toEqual(both.score(customer, item))
          expect(combined.explain(customer, item)).toEqual(both.explain(customer, item))
        }
      }
      expect(combined.recommendFor([{ item: 'mug' }])).toEqual(both.recommendFor([{ item: 'mug' }]))
    }
  })

  test('a filled-up product is explained by the model that it comes from', () => {
    expect(both.explain('ann', 'pot')?.parts.map(({ kind }) => kind)).toEqual(['history', 'history'])
    expect(both.explain('ann', 'hat')).toEqual({
      item: 'hat',
      score: 2,
      source: 'fallback',
      parts: [{ kind: 'popularity', by: 'customers', contribution: 2, share: 1 }],
      fallback: { model: 'item-knn', reason: 'too-few-products' },
    })
  })

  test('a product that neither would recommend still has a score', () => {
    const twice = withFallback(neighbours, fitItemKnn(shop, { neighbors: 1 }))
    expect(twice.score('ann', 'cap')).toBe(0)
    expect(twice.explain('ann', 'cap')).toMatchObject({ item: 'cap', score: 0, source: 'fallback', parts: [] })
  })

  test('a stranger has the scores of the second model', () => {
    expect(both.scoreAll('nobody')).toEqual(popular.scoreAllFor([]))
  })

  describe('over models of different data', () => {
    const recent = fitItemKnn(
      interactionsFrom([
        ['ann', 'mug'],
        ['bob', 'mug'],
        ['bob', 'tea'],
        ['bob', 'pot'],
      ]),
    )
    const longer = fitPopularity(
      interactionsFrom([
        ['ann', 'tea'],
        ['eve', 'tea'],
        ['eve', 'hat'],
        ['eve', 'cap'],
      ]),
    )
    const mixed = withFallback(recent, longer)

    test('knows the customers and products of both', () => {
      expect(mixed.customers.ids).toEqual(['ann', 'bob', 'eve'])
      expect(mixed.products.ids).toEqual(['mug', 'tea', 'pot', 'hat', 'cap'])
      expect(mixed.history('eve')).toEqual(longer.history('eve'))
    })

    test('leaves out what either has seen', () => {
      expect(mixed.recommend('ann').map(({ item }) => item)).toEqual(['pot', 'hat', 'cap'])
      expect(mixed.recommend('eve').map(({ item }) => item)).toEqual([])
    })

    test('asks each model only about the products it knows', () => {
      expect(mixed.recommend('ann', { among: ['hat'] }).map(({ item }) => item)).toEqual(['hat'])
      expect(mixed.recommend('ann', { among: ['hat', 'pot'], n: 1 }).map(({ item }) => item)).toEqual(['pot'])
      expect(mixed.score('ann', 'cap')).toBe(1)
      expect(mixed.score('ann', 'mug')).toBe(0)
      expect(mixed.explain('ann', 'cap')?.fallback).toEqual({ model: 'item-knn', reason: 'unknown-product' })
      expect(mixed.explain('eve', 'tea')?.fallback).toEqual({ model: 'item-knn', reason: 'unknown-customer' })
    })
  })

  test('many lists together are those of one at a time, where the two learned from different orders too', () => {
    const cells = fc.array(fc.tuple(fc.nat(39), fc.nat(11)), { minLength: 20, maxLength: 200 })
    const shopOf = (some: readonly (readonly [number, number])[], first: number) =>
      interactionsFrom<string, string>(some.map(([c, p]) => [`c${c}`, `p${p + first}`]))
    const limits = { max: 1, group: (item: string) => Number(item.slice(1)) % 5 }
    fc.assert(
      fc.property(cells, cells, fc.boolean(), fc.boolean(), (some, others, includeSeen, limited) => {
        const model = withFallback(fitItemKnn(shopOf(some, 0)), fitPopularity(shopOf(others, 3)))
        const options = { n: 3, includeSeen, ...(limited && { maxPerGroup: limits }) }
        const customers = [...model.customers.ids, ...Array.from({ length: 32 }, () => 'nobody')]
        const lists: unknown[] = []
        for (const { offsets, items, scores, sources, sourceNames } of model.recommendAll({ ...options, customers })) {
          for (let r = 0; r + 1 < offsets.length; r++) {
            const places = Array.from({ length: offsets[r + 1]! - offsets[r]! }, (_, i) => offsets[r]! + i)
            lists.push(
              places.map((at) => ({
                item: model.products.ids[items[at]!],
                score: scores[at],
                source: sourceNames[sources[at]!],
              })),
            )
          }
        }
        expect(lists).toEqual(customers.map((customer) => model.recommend(customer, options)))
      }),
      { numRuns: 40 },
    )
  })
})
