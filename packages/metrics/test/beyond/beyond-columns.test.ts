import { expect, test } from 'vitest'
import { beyondColumns, checkDistance, isBeyondMetric } from '../../src/beyond/beyond-columns.js'
import { evaluationCases } from '../../src/evaluation/evaluation-cases.js'
import { shop } from '../shops.js'

const split = {
  train: shop([
    ['anna', 1, 'a'],
    ['bert', 1, 'a'],
    ['bert', 1, 'a'],
    ['bert', 1, 'b'],
    ['carl', 1, 'b'],
    ['carl', 1, 'c'],
  ]),
  test: shop([['anna', 2, 'c']]),
}
const cases = evaluationCases(split.train, split.test, { repurchases: 'exclude', population: 'returning' })

test('popularity is customers, not lines, and products that nobody had are left out', () => {
  const options = { k: 2, metrics: ['averagePopularity', 'novelty'], distance: undefined } as const
  const columns = beyondColumns(split, cases, [Int32Array.of(0, 2, 3)], options)
  expect(columns).toEqual([
    { name: 'averagePopularity', values: Float64Array.of(1.5) },
    { name: 'novelty', values: Float64Array.of((Math.log2(3 / 2) + Math.log2(3)) / 2) },
  ])
})

test('a metric that needs a distance is refused without one', () => {
  expect(isBeyondMetric('serendipity')).toBe(true)
  expect(isBeyondMetric('ndcg')).toBe(false)
  expect(() => checkDistance('f', ['ndcg', 'serendipityOverPopularity'], undefined)).not.toThrow()
  expect(() => checkDistance('f', ['ndcg', 'intraListDiversity'], undefined)).toThrow(
    new TypeError('f: distance must be a function for intraListDiversity, got undefined'),
  )
})
