import { idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { recommenderOf, type Answers } from '../src/recommender-of.js'

const answers: Answers<string> = {
  list: ({ n }, options) => [{ item: 'mug', score: n, source: JSON.stringify(options) }],
  score: (item) => (item === 'mug' ? 1 : undefined),
  scoreAll: () => Float64Array.of(1),
  explain: (item) => ({ item, score: 1, source: 'made-up', parts: [] }),
}
const asked: string[] = []
const model = recommenderOf<string, string>({
  name: 'made-up',
  customers: idIndex(['ann']),
  products: idIndex(['mug']),
  history: () => [],
  ofCustomer: (customer) => (customer === 'ann' ? answers : undefined),
  ofHistory(fn) {
    asked.push(fn)
    return answers
  },
  save: () => new Uint8Array(1),
})

test('lists get the rules checked, and the options as they were given', () => {
  expect(model.recommend('ann', { n: 3 })).toEqual([{ item: 'mug', score: 3, source: '{"n":3}' }])
  expect(model.recommendFor([])).toEqual([{ item: 'mug', score: 10, source: '{}' }])
})

test('of an unknown customer there is nothing to say, but options are checked all the same', () => {
  expect(model.recommend('bob')).toEqual([])
  expect([model.score('bob', 'mug'), model.scoreAll('bob'), model.explain('bob', 'mug')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(() => model.recommend('bob', { n: 0 })).toThrow('recommend: n must be at least 1, got 0')
})

test('a history is read under the name of the function that was called', () => {
  asked.length = 0
  model.recommendFor([])
  model.scoreFor([], 'mug')
  model.scoreAllFor([])
  model.explainFor([], 'mug')
  expect(asked).toEqual(['recommendFor', 'scoreFor', 'scoreAllFor', 'explainFor'])
})

test('a faster way to make lists in bulk is taken where there is one', () => {
  const block = { start: 0, offsets: Int32Array.of(0, 0), sources: new Uint8Array(0), sourceNames: [] }
  const found = { ...block, items: new Int32Array(0), scores: new Float64Array(0) }
  const fast = recommenderOf<string, string>({
    ...model,
    ofCustomer: () => answers,
    ofHistory: () => answers,
    maker: (customers) => ({
      rows: 5,
      // eslint-disable-next-line require-yield -- no step is needed
      *make() {
        return { ...found, start: customers.length }
      },
    }),
  })
  expect([...fast.recommendAll({ customers: ['ann', 'ann'] })]).toEqual([{ ...found, start: 2 }])
})
