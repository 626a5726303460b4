import { transpose } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bm25, centred, owned, shifted, tfidf, weighRows } from '../../src/neighbours/weigh.js'
import { interactionsFrom, smallInteractions } from '../fixtures.js'

// ann has 1 of 4 products, bob 2, eve 1; totals are 4, 3, 1 and 8, the mean total 4.
const matrix = transpose(
  interactionsFrom<string, string>([
    ['ann', 'mug', 4],
    ['bob', 'tea', 3],
    ['bob', 'pot', 1],
    ['eve', 'hat', 8],
  ]).matrix,
)
const idf = [Math.log(4 / 2), Math.log(4 / 3), Math.log(4 / 3), Math.log(4 / 2)]

describe('TF-IDF', () => {
  test('is the root of the value times how little the customer has', () => {
    const expected = [2, Math.sqrt(3), 1, Math.sqrt(8)].map((root, cell) => root * idf[cell]!)
    weighRows(matrix, tfidf('fit', matrix)).values.forEach((value, cell) =>
      expect(value).toBeCloseTo(expected[cell]!, 12),
    )
  })

  test('has no root for values below 0', () => {
    const { matrix: disliked } = interactionsFrom([['ann', 'mug', -1]])
    const error = new RangeError('fit: interactions.matrix.values[0] must be at least 0, got -1')
    expect(() => tfidf('fit', disliked)).toThrow(error)
    expect(() => bm25('fit', disliked, { k1: 1, b: 1 })).toThrow(error)
  })
})

describe('BM25', () => {
  test('saturates values and takes from products that sell much', () => {
    // lengths 0.5 + 0.5 · total / 4: 1, 0.875, 0.625 and 1.5
    const expected = [(4 * 3) / (4 + 2), (3 * 3) / (3 + 1.75), (1 * 3) / (1 + 1.25), (8 * 3) / (8 + 3)]
    weighRows(matrix, bm25('fit', matrix, { k1: 2, b: 0.5 })).values.forEach((value, cell) => {
      expect(value).toBeCloseTo(expected[cell]! * idf[cell]!, 12)
    })
  })

  test('with k1 = 0 counts every value alike', () => {
    const { values } = weighRows(matrix, bm25('fit', matrix, { k1: 0, b: 1 }))
    values.forEach((value, cell) => expect(value).toBeCloseTo(idf[cell]!, 12))
  })

  test('weights are finite and cells of 0 stay 0, also where everything is 0', () => {
    fc.assert(
      fc.property(smallInteractions(0), fc.constantFrom(0, 1.2), fc.constantFrom(0, 1), (shop, k1, b) => {
        for (const weigh of [tfidf('fit', shop.matrix), bm25('fit', shop.matrix, { k1, b })]) {
          weighRows(shop.matrix, weigh).values.forEach((value, cell) => {
            expect(Number.isFinite(value)).toBe(true)
            if (shop.matrix.values[cell] === 0) expect(value).toBe(0)
          })
        }
      }),
    )
  })
})

test('in a row of its own a value below 0 counts 0', () => {
  const disliking = { items: Int32Array.of(0, 1), values: Float64Array.of(-2, 1) }
  for (const weigh of [tfidf('fit', matrix), bm25('fit', matrix, { k1: 1, b: 0 })]) {
    const { values } = weigh(disliking)
    expect(values[0]).toBe(0)
    expect(values[1]).toBeCloseTo(idf[1]!, 14)
  }
})

const rated = interactionsFrom<string, string>([
  ['ann', 'mug', 1],
  ['bob', 'mug', 2],
  ['eve', 'mug', 6],
  // a third of 0.1 + 0.1 + 0.1 is not 0.1 in binary
  ['ann', 'tea', 0.1],
  ['bob', 'tea', 0.1],
  ['eve', 'tea', 0.1],
]).matrix

test('who has what: cells above 0 as 1, and no others', () => {
  const row = { items: Int32Array.of(0, 1, 2, 7), values: Float64Array.of(4, -1, 0, 0.5) }
  expect(owned(row)).toEqual({ items: Int32Array.of(0, 7), values: Float64Array.of(1, 1) })
  expect(weighRows(rated, ({ items, values }) => owned({ items, values: values.map((value) => value - 1) }))).toEqual({
    rows: 3,
    columns: 2,
    offsets: Int32Array.of(0, 0, 1, 2),
    indices: Int32Array.of(0, 0),
    values: Float64Array.of(1, 1),
  })
})

test('centred cells are what is above and below the mean of the column, exactly 0 where all is the same', () => {
  expect(weighRows(rated, centred(rated)).values).toEqual(Float64Array.of(-2, 0, -1, 0, 3, 0))
})

test('shifted rows begin at 0', () => {
  const row = { items: Int32Array.of(3, 4), values: Float64Array.of(4, 5) }
  expect(shifted(row)).toEqual({ items: row.items, values: Float64Array.of(0, 1) })
})
