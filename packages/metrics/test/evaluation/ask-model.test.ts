import { idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { asker, type AskOptions } from '../../src/evaluation/ask-model.js'
import type { EvaluatedModel, RecommendingModel } from '../../src/evaluation/evaluation.js'
import { answering } from '../shops.js'

const customers = idIndex(['anna', 'bert'])
const everything = { of: () => undefined, all: () => ['p', 'q', 7] }
const asked = { n: 3, includeSeen: false }

const listOf = (model: EvaluatedModel<string>, row = 0, options: Partial<AskOptions<string>> = {}) =>
  asker(model, { customers, candidates: everything, ...options })(row, asked)

test('a model is asked for a list where it can give one, else for the score of every candidate', () => {
  expect(listOf(answering([['bert', ['q']]]), 1)).toEqual(['q'])
  const scores = new Map<unknown, number>([
    ['p', 1],
    [7, 2],
  ])
  expect(listOf({ score: (_, item) => scores.get(item) })).toEqual([7, 'p'])
})

test('customers who are held out are asked about by their history', () => {
  const calls: unknown[] = []
  const model = {
    recommend: () => [{ item: 'q' }],
    recommendFor(...call: readonly unknown[]) {
      calls.push(call)
      return [{ item: 'p' }]
    },
  }
  const histories = (row: number) => [{ item: `bought by ${row}`, value: 2 }]
  expect(listOf(model, 1, { histories })).toEqual(['p'])
  expect(calls).toEqual([[[{ item: 'bought by 1', value: 2 }], asked]])
  expect(listOf(model)).toEqual(['q'])
})

test('a model without the method it is asked by is refused before it is asked', () => {
  const asks = (model: unknown, options = {}) =>
    asker(model as EvaluatedModel<string>, { customers, candidates: everything, ...options })
  expect(() => asks({ recommend: () => [] }, { histories: () => [] })).toThrow(
    new TypeError('evaluate: model.recommendFor must be a function where customers are held out, got undefined'),
  )
  expect(() => asks({ recommendFor: () => [] })).toThrow(
    new TypeError('evaluate: model.recommend must be a function, unless score is one, got undefined'),
  )
  expect(() => asks({ recommend: 'best' })).toThrow(
    'evaluate: model.recommend must be a function, unless score is one, got "best"',
  )
  expect(() => asks(undefined)).toThrow('evaluate: model.recommend must be a function')
})

test('a model that throws for a customer is reported with the customer, and the cause is kept', () => {
  const cause = new TypeError('no such row')
  const model: RecommendingModel<string> = {
    recommend(customer) {
      if (customer === 'bert') throw cause
      return []
    },
  }
  const error = caught(() => listOf(model, 1))
  expect(error.message).toBe('evaluate: model.recommend("bert") must return a list, got "no such row"')
  expect(error.cause).toBe(cause)
})

test('a score that is no number is reported with customer and product', () => {
  expect(() => listOf({ score: () => NaN })).toThrow(
    'evaluate: model.score("anna") must return a number, got "model.score: score of \\"p\\" must be finite, got NaN"',
  )
})

test('an answer that is not a list of at most n distinct products is refused', () => {
  const answers = (answer: unknown) => () => listOf({ recommend: () => answer as never })
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

test('a list outside the candidates is refused', () => {
  const candidates = { of: () => ['p'], all: () => ['p'] }
  expect(() => listOf(answering([['anna', ['q']]]), 0, { candidates })).toThrow(
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
