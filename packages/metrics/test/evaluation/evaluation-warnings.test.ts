import { expect, test } from 'vitest'
import { evaluate, splitByTime } from '../../src/index.js'
import { answering, firstProducts, shop } from '../shops.js'

const split = splitByTime(
  shop([
    ['anna', 1, 'a'],
    ['bert', 1, 'b'],
    ['carl', 2, 'c'],
    ['anna', 20, 'b'],
    ['bert', 21, 'c'],
    ['carl', 22, 'new'],
  ]),
  { at: '2024-01-15' },
)

test('a model that keeps to the rules gets no warning', () => {
  expect(evaluate(firstProducts(split.train), split, { k: 2 }).warnings).toEqual([])
})

test('products seen before are flagged when the model was asked to leave them out', () => {
  const model = answering([
    ['anna', ['b', 'c']],
    ['bert', ['b', 'c']],
    ['carl', ['c', 'a']],
  ])
  expect(evaluate(model, split, { k: 2 }).warnings).toEqual([
    {
      kind: 'seenRecommended',
      recommendations: 2,
      customers: 2,
      example: 'bert',
      message:
        '2 recommendations to 2 of 3 customers are products bought before, though asked to leave them out; ' +
        'the first to "bert"',
    },
  ])
  expect(evaluate(model, split, { k: 2, repurchases: 'include' }).warnings).toEqual([])
})

test('products that the train period does not know are flagged: the model may have seen the test period', () => {
  const model = answering([['carl', ['new', 'elsewhere', 'a']]])
  const { warnings, metrics } = evaluate(model, split, { k: 3 })
  expect(warnings).toMatchObject([{ kind: 'unknownRecommended', recommendations: 2, customers: 1, example: 'carl' }])
  expect(metrics.hitRate.mean).toBeCloseTo(1 / 3, 12)
  expect(metrics.coverage.mean).toBeCloseTo(1 / 3, 12)
})
