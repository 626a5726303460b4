import { idIndex, type Catalog } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe, fitItemKnn, type Explanation, type PopularityMeasure } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'

function bought(...items: (readonly [string, number])[]): Explanation<string> {
  const parts = items.map(
    ([item, contribution]) =>
      ({ kind: 'history', item, value: 1, similarity: contribution, contribution, share: contribution }) as const,
  )
  return { item: 'p', score: 1, source: 'item-knn', parts }
}

function named(names: Record<string, string | undefined>): Catalog<string> {
  const products = idIndex(Object.keys(names))
  return { products, attributes: [{ name: 'name', kind: 'text', values: products.ids.map((id) => names[id]) }] }
}

test('one, two and three causes read as a sentence; more are left out', () => {
  expect(describe(bought(['a', 1]))).toBe('because you bought a')
  expect(describe(bought(['a', 2], ['b', 1]))).toBe('because you bought a and b')
  expect(describe(bought(['a', 3], ['b', 2], ['c', 1]))).toBe('because you bought a, b and c')
  expect(describe(bought(['a', 4], ['b', 3], ['c', 2], ['d', 1]))).toBe('because you bought a, b and c')
})

test('similar customers are counted, not named', () => {
  const part = { kind: 'neighbour', customer: 'bob', value: 1, similarity: 0.5, contribution: 0.5, share: 0.5 } as const
  const explained = (parts: Explanation<string>['parts']) =>
    describe({ item: 'p', score: 1, source: 'user-knn', parts })
  expect(explained([part])).toBe('because a customer with a history like yours bought it')
  expect(explained([part, part])).toBe('because 2 customers with a history like yours bought it')
})

test('what speaks against a product is no reason for it', () => {
  expect(describe(bought(['a', 1], ['b', -1]))).toBe('because you bought a')
  expect(describe(bought(['b', -1]))).toBe('because it is in the range')
})

test('names come from the catalogue, ids stand in for missing ones', () => {
  const catalog = named({ a: 'Blue mug', b: undefined })
  expect(describe(bought(['a', 2], ['b', 1]), catalog)).toBe('because you bought Blue mug and b')
  expect(describe(bought(['z', 1]), catalog)).toBe('because you bought z')
  expect(() => describe(bought(['a', 1]), catalog, { attribute: 'title' })).toThrow(
    'name must be an attribute of the catalogue ("name"), got "title"',
  )
})

test('popularity is a reason in words', () => {
  const popular = (by: PopularityMeasure, contribution: number, more = {}) =>
    describe({
      item: 'p',
      score: contribution,
      source: 'fallback',
      parts: [{ kind: 'popularity', by, contribution, share: 1, ...more }],
    })
  expect(popular('customers', 1234)).toBe('because 1,234 customers bought it')
  expect(popular('customers', 1)).toBe('because 1 customer bought it')
  expect(popular('lines', 20)).toBe('because it was bought 20 times')
  expect(popular('lines', 1)).toBe('because it was bought once')
  expect(popular('quantity', 5000)).toBe('because 5,000 were sold')
  expect(popular('meanQuantity', 12.345)).toBe('because it sells 12.3 at a time')
  expect(popular('customers', 0)).toBe('because it is in the range')
  expect(popular('revenue', 1e6)).toBe('because it is popular')
  expect(popular('customers', 12, { perSegment: true })).toBe('because it is popular with customers like you')
  expect(popular('lines', 0.2, { perCategory: true })).toBe('because it is popular among products of its kind')
  expect(popular('lines', 2.5, { recent: true })).toBe('because it has been popular lately')
  expect(popular('revenue', 2.5, { recent: true, perSegment: true, perCategory: true })).toBe(
    'because it has been popular with customers like you lately',
  )
})

test('names are plain, and one of which nothing is left gives way to the id', () => {
  const nameOf = (name: string) => describe(bought(['a', 1]), named({ a: name })).slice('because you bought '.length)
  expect(nameOf('<b>Blue</b> **mug**\u001b[31m\u202e')).toBe('Blue mug')
  expect(nameOf('<>')).toBe('a')
  expect(describe(bought(['<>', 1]))).toBe('because you bought a product')
})

test('no name or id whatever brings markup or a second line into the sentence', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (name, id) => {
      const sentence = describe(bought([id, 2], ['a', 1]), named({ a: name }))
      expect(sentence).toMatch(/^because you bought [^<>\p{Cc}*_`[\]]+ and [^<>\p{Cc}*_`[\]]+$/u)
    }),
  )
})

test('a fitted model explains itself in a sentence', () => {
  const model = fitItemKnn(
    interactionsFrom<string, string>([
      ['ann', 'a'],
      ['bob', 'a'],
      ['bob', 'b'],
    ]),
  )
  expect(describe(model.explain('ann', 'b')!, named({ a: 'Blue mug', b: 'Tea pot' }))).toBe(
    'because you bought Blue mug',
  )
})

test('a product’s own level is how it is rated', () => {
  const level = (of: 'everybody' | 'product', contribution: number) =>
    ({ kind: 'level', of, contribution, share: 1 }) as const
  const explained = (...parts: Explanation<string>['parts']) =>
    describe({ item: 'p', score: 1, source: 'baseline', parts })
  expect(explained(level('everybody', 3), level('product', 0.5))).toBe('because of how it is rated')
  expect(explained(level('everybody', 3), level('product', -0.5))).toBe('because it is in the range')
})
