import { csrFromTriplets } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { neighbourModel } from '../../src/neighbours/neighbour-model.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'

recommenderContract(
  'a model of hand-made neighbours',
  (interactions) => {
    // Every product has the next two as neighbours, the second half as similar as the first.
    const size = interactions.products.ids.length
    const rows = Array.from({ length: 2 * size }, (_, i) => i >> 1)
    const columns = rows.map((row, i) => (row + 1 + (i % 2)) % size)
    const cells = rows.map((_, i) => 1 / (1 + (i % 2)))
    return neighbourModel('hand-made', interactions, csrFromTriplets(rows, columns, cells, size, size))
  },
  { personal: false, fillsUp: false, answersStrangers: false },
)

describe('a model of neighbours', () => {
  const shop = interactionsFrom<string, string>([
    ['ann', 'mug', 2],
    ['ann', 'tea', 1],
    ['bob', 'pot', 1],
    ['bob', 'hat', 1],
  ])
  const model = neighbourModel('by-hand', shop, csrFromTriplets([0, 0, 1, 1], [2, 3, 2, 3], [0.25, 0.5, 1, 0.5], 4, 4))

  test('scores add value times similarity, and parts come largest first', () => {
    expect(model.recommend('ann')).toEqual([
      { item: 'pot', score: 1.5, source: 'by-hand' },
      { item: 'hat', score: 1.5, source: 'by-hand' },
    ])
    expect(model.explain('ann', 'pot')?.parts).toEqual([
      { kind: 'history', item: 'tea', value: 1, similarity: 1, contribution: 1, share: 1 / 1.5 },
      { kind: 'history', item: 'mug', value: 2, similarity: 0.25, contribution: 0.5, share: 0.5 / 1.5 },
    ])
  })

  test('similar products are the neighbours, best first, cut to n', () => {
    expect(model.similarItems('mug')).toEqual([
      { item: 'hat', similarity: 0.5 },
      { item: 'pot', similarity: 0.25 },
    ])
    expect(model.similarItems('mug', { n: 1 })).toEqual([{ item: 'hat', similarity: 0.5 }])
    expect(model.similarItems('tea').map(({ item }) => item)).toEqual(['pot', 'hat'])
    expect(model.similarItems('pot')).toEqual([])
    expect(model.similarItems('nothing')).toEqual([])
    expect(() => model.similarItems('mug', { n: 0 })).toThrow('similarItems: n must be at least 1, got 0')
  })
})
