import { hasShared } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cosineDistance, hammingDistance, intraListDiversity, serendipity } from '../../src/index.js'
import { beyondAccuracy } from './reference-lists.js'

test('diversity is the mean distance of pairs; a list of one has none', () => {
  const distance = (a: number, b: number) => Math.abs(a - b)
  expect(intraListDiversity([[0, 1, 3], [2], []], { products: 4, distance }).values).toEqual(Float64Array.of(2, 0, 0))
})

test('serendipity counts hits by how far they are from what the user had', () => {
  const distance = (a: number, b: number) => Math.abs(a - b)
  const options = { products: 5, distance, relevant: [[4], [4], [4]], history: [[0, 2], [0], []] }
  expect(serendipity([[4, 1], [1], [4]], options).values).toEqual(Float64Array.of(1.5, 0, 0))
})

test('distances by features', () => {
  expect(hammingDistance([[1, 0, 1], [1, 1, 0]])(0, 1)).toBe(2) // prettier-ignore
  const cosine = cosineDistance([[1, 0], [1, 1], [0, 0]]) // prettier-ignore
  expect(cosine(0, 1)).toBeCloseTo(1 - Math.SQRT1_2, 15)
  expect(cosine(0, 2)).toBe(1)
})

test('the order of a list does not change its diversity', () => {
  const list = fc.uniqueArray(fc.nat(8), { maxLength: 8 })
  const distance = (a: number, b: number) => (a - b) ** 2
  fc.assert(
    fc.property(list, (some) => {
      const one = intraListDiversity([some], { products: 9, distance }).mean
      expect(intraListDiversity([some.toReversed()], { products: 9, distance }).mean).toBeCloseTo(one, 9)
    }),
  )
})

test('names what is wrong', () => {
  const bad = (value: number) => ({ products: 2, distance: () => value })
  expect(() => intraListDiversity([[0, 1]], bad(-1))).toThrow(
    new RangeError('intraListDiversity: distance(1, 0) must be at least 0, got -1'),
  )
  expect(() => intraListDiversity([[0, 1]], bad(NaN))).toThrow('distance(1, 0) must be finite, got NaN')
  expect(() => serendipity([[0]], { ...bad(1), relevant: [], history: [] })).toThrow(
    'serendipity: relevant.length must be 1, one per list, got 0',
  )
})

describe.skipIf(!hasShared).each([1, 2, 4])('at %d', (k) => {
  test('diversity and serendipity are those of the libraries', () => {
    const { lists, unseen, features, bought, products, relevant, history, ...expected } = beyondAccuracy(k)
    const { rectools, recommenders } = expected
    const hamming = intraListDiversity(lists, { products, distance: hammingDistance(features) })
    expect(hamming.mean).toBeCloseTo(rectools.intraListDiversityHammingMean, 9)
    Object.values<number>(rectools.intraListDiversityHamming).forEach((value, user) =>
      expect(hamming.values[user]).toBeCloseTo(value, 9),
    )
    if (k < 4) return
    const distance = cosineDistance(bought)
    expect(intraListDiversity(unseen, { products, distance }).mean).toBeCloseTo(recommenders.diversity, 9)
    const surprise = serendipity(unseen, { products, distance, relevant, history })
    expect(surprise.mean).toBeCloseTo(recommenders.serendipity, 9)
    Object.values<number>(recommenders.userSerendipity).forEach((value, user) =>
      expect(surprise.values[user]).toBeCloseTo(value, 9),
    )
  })
})
