import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weigh } from '../src/weigh.js'
import { interactionsFrom, smallInteractions } from './fixtures.js'

// ann has 1 of 4 products, bob 2, eve 1; totals are 4, 3, 1 and 8, the mean total 4.
const { matrix } = interactionsFrom<string, string>([
  ['ann', 'mug', 4],
  ['bob', 'tea', 3],
  ['bob', 'pot', 1],
  ['eve', 'hat', 8],
])
const idf = [Math.log(4 / 2), Math.log(4 / 3), Math.log(4 / 3), Math.log(4 / 2)]

test('cosine leaves the matrix as it is', () => {
  expect(weigh(matrix, { similarity: 'cosine', k1: 1.2, b: 0.75 })).toBe(matrix)
})

test('TF-IDF is the root of the value times how little the customer has', () => {
  const { values } = weigh(matrix, { similarity: 'tfidf', k1: 1.2, b: 0.75 })
  const expected = [2, Math.sqrt(3), 1, Math.sqrt(8)].map((root, cell) => root * idf[cell]!)
  values.forEach((value, cell) => expect(value).toBeCloseTo(expected[cell]!, 12))
})

test('BM25 saturates values and takes from products that sell much', () => {
  const { values } = weigh(matrix, { similarity: 'bm25', k1: 2, b: 0.5 })
  // lengths 0.5 + 0.5 · total / 4: 1, 0.875, 0.625 and 1.5
  const expected = [(4 * 3) / (4 + 2), (3 * 3) / (3 + 1.75), (1 * 3) / (1 + 1.25), (8 * 3) / (8 + 3)]
  values.forEach((value, cell) => expect(value).toBeCloseTo(expected[cell]! * idf[cell]!, 12))
})

test('BM25 with k1 = 0 counts every value alike', () => {
  const { values } = weigh(matrix, { similarity: 'bm25', k1: 0, b: 1 })
  values.forEach((value, cell) => expect(value).toBeCloseTo(idf[cell]!, 12))
})

test('weights are finite and cells of 0 stay 0, also where everything is 0', () => {
  fc.assert(
    fc.property(smallInteractions(0), fc.constantFrom(0, 1.2), fc.constantFrom(0, 1), (shop, k1, b) => {
      for (const similarity of ['tfidf', 'bm25'] as const) {
        weigh(shop.matrix, { similarity, k1, b }).values.forEach((value, cell) => {
          expect(Number.isFinite(value)).toBe(true)
          if (shop.matrix.values[cell] === 0) expect(value).toBe(0)
        })
      }
    }),
  )
})

test('values below 0 have no root', () => {
  const { matrix: disliked } = interactionsFrom([['ann', 'mug', -1]])
  expect(() => weigh(disliked, { similarity: 'tfidf', k1: 1.2, b: 0.75 })).toThrow(
    new RangeError('fitItemKnn: interactions.matrix.values[0] must be at least 0, got -1'),
  )
})
