import { expect, test } from 'vitest'
import { judgeLists, meanOf } from '../../src/ranking/judge-lists.js'
import { rankingDefinitions } from '../../src/ranking/ranking-definitions.js'

test('judges one user after the other, each against their own products', () => {
  const ranked = {
    products: 3,
    lists: [
      [0, 1],
      [0, 1, 9],
      [2, 0],
    ],
    relevant: [[0], [1, 2], [0, 2]],
  }
  const columns = judgeLists(ranked, rankingDefinitions('f', 'standard', ['precision', 'recall']), 2)
  expect(columns).toEqual([
    { name: 'precision', values: Float64Array.of(0.5, 0.5, 1) },
    { name: 'recall', values: Float64Array.of(1, 0.5, 1) },
  ])
})

test('gains and money are those of the product at the place', () => {
  const ranked = { products: 3, lists: [[2, 0]], relevant: [[0, 2]], gains: [[1, 3]], amounts: [[10, 4]] }
  const [ndcg, revenue] = judgeLists(ranked, rankingDefinitions('f', 'standard', ['ndcg', 'revenue']), 1)
  expect(ndcg!.values[0]).toBe(1)
  expect(revenue!.values[0]).toBe(4)
})

test('a mean weighs users as told, and is 0 where nobody weighs anything', () => {
  expect(meanOf({ values: Float64Array.of(1, 0), weights: Float64Array.of(1, 3) })).toBe(0.25)
  expect(meanOf({ values: Float64Array.of(1, 0), weights: new Float64Array(2) })).toBe(0)
  expect(meanOf({ values: new Float64Array(0) })).toBe(0)
  expect(() => meanOf({ values: Float64Array.of(1), weights: new Float64Array(2) })).toThrow('weights.length')
})
