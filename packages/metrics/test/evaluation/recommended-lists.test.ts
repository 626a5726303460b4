import { idIndex, run } from '@clientele/core'
import { expect, test } from 'vitest'
import { asker } from '../../src/evaluation/ask-model.js'
import type { RecommendingModel } from '../../src/evaluation/evaluation.js'
import { recommendedLists } from '../../src/evaluation/recommended-lists.js'
import { answering } from '../shops.js'

const customers = idIndex(['anna', 'bert'])
const products = idIndex(['p', 'q', 7])
const protocol = { k: 3, repurchases: 'exclude', onError: 'throw' } as const
const candidates = { of: () => undefined, all: () => products.ids }

function answers(model: RecommendingModel<string>, options: Parameters<typeof recommendedLists>[2] = protocol) {
  return run(recommendedLists(asker(model, { customers, candidates }), { customers, products }, options))
}

test('lists become positions of products, with empty places and unknown products told apart', () => {
  const model = answering([
    ['anna', [7, 'p']],
    ['bert', ['unheard', 'q', 'p', 'more than asked for']],
  ])
  expect(answers(model).lists).toEqual(Int32Array.of(2, 0, -1, 3, 1, 0))
})

test('every customer is asked once for k products, seen or not as the protocol says', () => {
  const asked: unknown[] = []
  const model: RecommendingModel<string> = {
    recommend(customer, options) {
      asked.push([customer, options])
      return []
    },
  }
  answers(model, { ...protocol, repurchases: 'include' })
  expect(asked).toEqual([
    ['anna', { n: 3, includeSeen: true }],
    ['bert', { n: 3, includeSeen: true }],
  ])
})

test('collected failures name the customers; the rest is not lost', () => {
  const model: RecommendingModel<string> = {
    recommend(customer) {
      if (customer === 'anna') throw new Error('no such row')
      return [{ item: 'q' }]
    },
  }
  expect(() => answers(model)).toThrow('evaluate: model.recommend("anna") must return a list, got "no such row"')
  expect(answers(model, { ...protocol, onError: 'collect' })).toEqual({
    lists: Int32Array.of(1, -1, -1),
    failed: new Set([0]),
    failures: [
      { customer: 'anna', message: 'evaluate: model.recommend("anna") must return a list, got "no such row"' },
    ],
  })
  const broken = { recommend: () => null as never }
  expect(() => answers(broken, { ...protocol, onError: 'collect' })).toThrow(
    'evaluate: model must answer for at least one customer, got "evaluate: model.recommend',
  )
})
