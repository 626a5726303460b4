import { idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { recommenderOf } from '../src/recommender-of.js'
import type { Standing, Tier } from '../src/tiers/standing.js'

const tier: Tier<string> = {
  source: 'made-up',
  above: 0,
  scoreAll: (into) => into.set([1, 2]),
  scoreOne: (position) => position + 1,
  explain: () => ({ parts: [] }),
}
const standing: Standing<string> = { seen: Int32Array.of(0), tiers: [tier] }
const asked: string[] = []
const parts: Parameters<typeof recommenderOf<string, string>>[0] = {
  name: 'made-up',
  customers: idIndex(['ann']),
  products: idIndex(['mug', 'tea']),
  history: () => [],
  ofCustomer: (customer) => (customer === 'ann' ? standing : undefined),
  ofHistory(fn) {
    asked.push(fn)
    return standing
  },
  save: () => new Uint8Array(1),
}
const model = recommenderOf(parts)

test('lists obey the options', () => {
  expect(model.recommend('ann')).toEqual([{ item: 'tea', score: 2, source: 'made-up' }])
  expect(model.recommend('ann', { includeSeen: true, exclude: ['tea'] })).toEqual([
    { item: 'mug', score: 1, source: 'made-up' },
  ])
})

test('scores and explanations are those of the standing', () => {
  expect(model.score('ann', 'tea')).toBe(2)
  expect(model.scoreAll('ann')).toEqual(Float64Array.of(1, 2))
  expect(model.explain('ann', 'mug')).toEqual({ item: 'mug', score: 1, source: 'made-up', parts: [] })
  expect(model.score('ann', 'pot')).toBeUndefined()
  expect(model.explain('ann', 'pot')).toBeUndefined()
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
    ...parts,
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
