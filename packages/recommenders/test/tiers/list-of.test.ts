import { expect, test, vi } from 'vitest'
import type { RecommendOptions } from '../../src/index.js'
import { rulesOf } from '../../src/rules/rules.js'
import { listOf } from '../../src/tiers/list-of.js'
import { ScratchRows } from '../../src/tiers/scratch-rows.js'
import type { Standing } from '../../src/tiers/standing.js'
import { standingOf, tierOf } from './made-up.js'

const products = { ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }
const list = (standing: Standing<string>, options: RecommendOptions<string>) =>
  listOf(standing, rulesOf('recommend', options, products), new ScratchRows(8)).map(
    ({ position, score, source }) => `${products.ids[position]} ${score} ${source}`,
  )
const one = standingOf([tierOf('knn', [8, 7, 6, 5, 4, 3, 2, 0])], 1)
const two = standingOf([tierOf('knn', [0, 9, 0, 8, 0, 0, 0, 0]), tierOf('popular', [1, 2, 3, 4, 5, 6, 7, 8])])

test('the best come first, without what is seen and what nothing speaks for', () => {
  expect(list(one, { n: 3 })).toEqual(['a 8 knn', 'c 6 knn', 'd 5 knn'])
  expect(list(one, { n: 2, includeSeen: true })).toEqual(['a 8 knn', 'b 7 knn'])
  expect(list(one, {})).toHaveLength(6)
})

test('a tier is asked when the ones before it have run out', () => {
  const second = vi.fn()
  const lazy = standingOf([two.tiers[0]!, { ...two.tiers[1]!, scoreAll: second }])
  expect(list(lazy, { n: 2 })).toEqual(['b 9 knn', 'd 8 knn'])
  expect(second).not.toHaveBeenCalled()
  expect(list(two, { n: 4 })).toEqual(['b 9 knn', 'd 8 knn', 'h 8 popular', 'g 7 popular'])
})

test('a quota keeps its places, and the list stays in order', () => {
  const quotas = [{ tag: 'new', among: ['f', 'g', 'h'], share: 0.5 }]
  expect(list(one, { n: 4, quotas })).toEqual(['a 8 knn', 'c 6 knn', 'f 3 new', 'g 2 new'])
  expect(list(two, { n: 4, quotas })).toEqual(['b 9 knn', 'd 8 knn', 'h 8 new', 'g 7 new'])
})

test('places that a quota cannot fill return to the model', () => {
  const quotas = [{ tag: 'new', among: ['b', 'g', 'h'], share: 1 }]
  expect(list(one, { n: 3, quotas })).toEqual(['a 8 knn', 'c 6 knn', 'g 2 new'])
})

test('products of a quota beyond its places are in the list on their own merit', () => {
  const quotas = [{ tag: 'new', among: ['a', 'c', 'g'], share: 0.25 }]
  expect(list(one, { n: 4, quotas })).toEqual(['a 8 new', 'c 6 knn', 'd 5 knn', 'e 4 knn'])
})

test('a product fills a place of one quota, that which is given first', () => {
  const quotas = [
    { tag: 'new', among: ['a', 'c'], share: 0.25 },
    { tag: 'own', among: ['a', 'g'], share: 0.25 },
  ]
  expect(list(one, { n: 4, quotas })).toEqual(['a 8 new', 'c 6 knn', 'd 5 knn', 'g 2 own'])
})

test('a group has at most so many products, quotas included', () => {
  const group = (item: string) => (item < 'e' ? 'early' : 'late')
  const maxPerGroup = { max: 2, group }
  expect(list(one, { maxPerGroup })).toEqual(['a 8 knn', 'c 6 knn', 'e 4 knn', 'f 3 knn'])
  const quotas = [{ tag: 'new', among: ['d', 'g'], share: 0.5 }]
  expect(list(one, { n: 4, maxPerGroup, quotas })).toEqual(['a 8 knn', 'd 5 new', 'e 4 knn', 'g 2 new'])
})

test('a limit that stops the first thousand does not end the search', () => {
  const scores = Float64Array.from({ length: 3000 }, (_, i) => 3000 - i)
  const many = { ids: Array.from(scores, (_, i) => i) }
  const tier = { ...tierOf('knn', []), scoreAll: (into: Float64Array) => into.set(scores) }
  const group = (item: number) => (item < 1000 ? 'first' : item < 2900 ? 'second' : item)
  const rules = rulesOf('recommend', { n: 5, maxPerGroup: { max: 1, group } }, many)
  const choices = listOf(standingOf([tier]), rules, new ScratchRows(3000))
  expect(choices.map(({ position }) => position)).toEqual([0, 1000, 2900, 2901, 2902])
})

test('rows are given back, whatever a rule throws', () => {
  const scratch = new ScratchRows(8)
  const row = scratch.take()
  scratch.give([row])
  const where = () => {
    throw new Error('out of order')
  }
  expect(() => listOf(one, rulesOf('recommend', { where }, products), scratch)).toThrow('out of order')
  expect(scratch.take()).toBe(row)
})
