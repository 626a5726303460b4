import { describe, expect, test } from 'vitest'
import { fitUserKnn } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'

describe('a model of similar customers', () => {
  const shop = interactionsFrom<string, string>([
    ['ann', 'mug'],
    ['ann', 'tea'],
    ['bob', 'mug'],
    ['bob', 'tea'],
    ['bob', 'pot', 2],
    ['eve', 'tea'],
    ['eve', 'hat'],
    ['kim', 'cap'],
  ])
  const model = fitUserKnn(shop)
  const [withBob, withEve] = [2 / Math.sqrt(2 * 6), 1 / 2]

  test('scores add what similar customers have, times how similar they are', () => {
    const list = model.recommend('ann')
    expect(list.map(({ item, source }) => [item, source])).toEqual([
      ['pot', 'user-knn'],
      ['hat', 'user-knn'],
    ])
    expect(list[0]!.score).toBeCloseTo(2 * withBob, 12)
    expect(list[1]!.score).toBeCloseTo(withEve, 12)
  })

  test('is explained by the customers who have the product', () => {
    const [part] = model.explain('ann', 'pot')!.parts
    expect(part).toMatchObject({ kind: 'neighbour', customer: 'bob', value: 2, share: 1 })
  })

  test('similar customers come best first, without the customer', () => {
    expect(model.similarUsers('ann').map(({ customer }) => customer)).toEqual(['bob', 'eve'])
    expect(model.similarUsers('ann', { n: 1 })[0]?.similarity).toBeCloseTo(withBob, 12)
    expect(model.similarUsers('kim')).toEqual([])
    expect(model.similarUsers('nobody')).toEqual([])
    expect(() => model.similarUsers('nobody', { n: 0 })).toThrow('similarUsers: n must be at least 1, got 0')
  })

  test('a history has similar customers too, whoever has the same first', () => {
    expect(model.similarUsersFor([{ item: 'mug' }, { item: 'tea' }]).map(({ customer }) => customer)).toEqual([
      'ann',
      'bob',
      'eve',
    ])
    expect(model.similarUsersFor([{ item: 'nothing' }])).toEqual([])
  })

  test('only so many neighbours speak, beside the customer', () => {
    const fewer = fitUserKnn(shop, { neighbors: 1 })
    expect(fewer.similarUsers('ann').map(({ customer }) => customer)).toEqual(['bob'])
    expect(fewer.recommend('ann').map(({ item }) => item)).toEqual(['pot'])
  })

  test('a dislike of a similar customer lowers a score', () => {
    const disliked = fitUserKnn(
      interactionsFrom<string, string>([
        ['ann', 'mug', 1],
        ['bob', 'mug', 2],
        ['bob', 'hat', -1],
        ['eve', 'hat', 1],
      ]),
    )
    expect(disliked.score('ann', 'hat')).toBeLessThan(0)
    expect(disliked.recommend('ann')).toEqual([])
  })
})
