import { idIndex, run } from '@clientele/core'
import { expect, test } from 'vitest'
import type { RecommendingModel } from '../src/evaluation.js'
import { recommendedLists } from '../src/recommended-lists.js'
import { answering } from './shops.js'

const customers = idIndex(['anna', 'bert'])
const products = idIndex(['p', 'q', 7])
const protocol = { k: 3, repurchases: 'exclude', onError: 'throw' } as const
const everything = { of: () => undefined, all: () => products.ids }

const listsOf = (model: RecommendingModel<string>) =>
  run(recommendedLists(model, { customers, products }, everything, protocol)).lists

test('lists become positions of products, with empty places and unknown products told apart', () => {
  const model = answering([
    ['anna', [7, 'p']],
    ['bert', ['unheard', 'q', 'p', 'more than asked for']],
  ])
  expect(listsOf(model)).toEqual(Int32Array.of(2, 0, -1, 3, 1, 0))
})

test('every customer is asked once for k products, seen or not as the protocol says', () => {
  const asked: unknown[] = []
  const model: RecommendingModel<string> = {
    recommend(customer, options) {
      asked.push([customer, options])
      return []
    },
  }
  run(recommendedLists(model, { customers, products }, everything, { ...protocol, repurchases: 'include' }))
  expect(asked).toEqual([
    ['anna', { n: 3, includeSeen: true }],
    ['bert', { n: 3, includeSeen: true }],
  ])
})

test('a model that throws for a customer is reported with the customer, and the cause is kept', () => {
  const cause = new TypeError('no such row')
  const model: RecommendingModel<string> = {
    recommend(customer) {
      if (customer === 'bert') throw cause
      return []
    },
  }
  const error = caught(() => listsOf(model))
  expect(error.message).toBe('evaluate: model.recommend("bert") must return a list, got "no such row"')
  expect(error.cause).toBe(cause)
})

test('an answer that is not a list of at most k distinct products is refused', () => {
  const answers = (answer: unknown) => () => listsOf({ recommend: () => answer as never })
  expect(answers(undefined)).toThrow(
    new TypeError('evaluate: model.recommend("anna") must return a list, got undefined'),
  )
  expect(answers(Promise.resolve([]))).toThrow('evaluate: model.recommend("anna") must return a list, got an object')
  expect(answers([1, 2, 3, 4].map((item) => ({ item })))).toThrow(
    new RangeError('evaluate: model.recommend("anna").length must be at most 3, got 4'),
  )
  expect(answers([{ item: 'p' }, { item: 'q' }, { item: 'p' }])).toThrow(
    new RangeError('evaluate: model.recommend("anna")[2].item must not be listed before, got "p"'),
  )
  expect(answers(['p'])).toThrow('evaluate: model.recommend("anna")[0].item must be the id of a product, got undefined')
  expect(answers([null])).toThrow(
    'evaluate: model.recommend("anna")[0].item must be the id of a product, got undefined',
  )
})

test('collected failures name the customers; the rest is not lost', () => {
  const model: RecommendingModel<string> = {
    recommend(customer) {
      if (customer === 'anna') throw new Error('no such row')
      return [{ item: 'q' }]
    },
  }
  const options = { ...protocol, onError: 'collect' } as const
  expect(run(recommendedLists(model, { customers, products }, everything, options))).toEqual({
    lists: Int32Array.of(1, -1, -1),
    failed: new Set([0]),
    failures: [
      { customer: 'anna', message: 'evaluate: model.recommend("anna") must return a list, got "no such row"' },
    ],
  })
  const broken = { recommend: () => null as never }
  expect(() => run(recommendedLists(broken, { customers, products }, everything, options))).toThrow(
    'evaluate: model must answer for at least one customer, got "evaluate: model.recommend',
  )
})

test('a list outside the candidates is refused', () => {
  const some = { of: () => ['p'], all: () => ['p'] }
  const model = answering([['anna', ['q']]])
  expect(() => run(recommendedLists(model, { customers, products }, some, protocol))).toThrow(
    'evaluate: model.recommend("anna")[0].item must be one of the candidates, got "q"',
  )
})

function caught(act: () => unknown): Error {
  try {
    act()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}
