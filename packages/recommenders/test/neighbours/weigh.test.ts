import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bm25, centredRows, owned, shiftedColumns, tfidf } from '../../src/neighbours/weigh.js'
import { interactionsFrom, smallInteractions } from '../fixtures.js'

// ann has 1 of 4 products, bob 2, eve 1; totals are 4, 3, 1 and 8, the mean total 4.
const { matrix } = interactionsFrom<string, string>([
  ['ann', 'mug', 4],
  ['bob', 'tea', 3],
  ['bob', 'pot', 1],
  ['eve', 'hat', 8],
])
const idf = [Math.log(4 / 2), Math.log(4 / 3), Math.log(4 / 3), Math.log(4 / 2)]

describe('TF-IDF', () => {
  test('is the root of the value times how little the customer has', () => {
    const expected = [2, Math.sqrt(3), 1, Math.sqrt(8)].map((root, cell) => root * idf[cell]!)
    tfidf('fit', matrix).values.forEach((value, cell) => expect(value).toBeCloseTo(expected[cell]!, 12))
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
    bm25('fit', matrix, { k1: 2, b: 0.5 }).values.forEach((value, cell) => {
      expect(value).toBeCloseTo(expected[cell]! * idf[cell]!, 12)
    })
  })

  test('with k1 = 0 counts every value alike', () => {
    bm25('fit', matrix, { k1: 0, b: 1 }).values.forEach((value, cell) => expect(value).toBeCloseTo(idf[cell]!, 12))
  })

  test('weights are finite and cells of 0 stay 0, also where everything is 0', () => {
    fc.assert(
      fc.property(smallInteractions(0), fc.constantFrom(0, 1.2), fc.constantFrom(0, 1), (shop, k1, b) => {
        for (const { values } of [tfidf('fit', shop.matrix), bm25('fit', shop.matrix, { k1, b })]) {
          values.forEach((value, cell) => {
            expect(Number.isFinite(value)).toBe(true)
            if (shop.matrix.values[cell] === 0) expect(value).toBe(0)
          })
        }
      }),
    )
  })
})

test('who has what: cells above 0 as 1, and no others', () => {
  const { matrix: mixed } = interactionsFrom<string, string>([
    ['ann', 'mug', 4],
    ['ann', 'tea', -1],
    ['ann', 'pot', 0],
    ['bob', 'tea', 0.5],
  ])
  expect(owned(mixed)).toEqual({
    rows: 2,
    columns: 3,
    offsets: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(0, 1),
    values: Float64Array.of(1, 1),
  })
})

test('centred rows are what is above and below the mean, exactly 0 where all is the same', () => {
  const { matrix: rated } = interactionsFrom<string, string>([
    ['ann', 'mug', 1],
    ['ann', 'tea', 2],
    ['ann', 'pot', 6],
    // a third of 0.1 + 0.1 + 0.1 is not 0.1 in binary
    ['bob', 'mug', 0.1],
    ['bob', 'tea', 0.1],
    ['bob', 'pot', 0.1],
  ])
  expect(centredRows(rated).values).toEqual(Float64Array.of(-2, -1, 3, 0, 0, 0))
})

test('shifted columns begin at 0', () => {
  const { matrix: rated } = interactionsFrom<string, string>([
    ['ann', 'mug', 4],
    ['ann', 'tea', 2],
    ['bob', 'mug', 5],
    ['bob', 'tea', 0],
  ])
  expect(shiftedColumns(rated).values).toEqual(Float64Array.of(0, 0, 1, -2))
})
