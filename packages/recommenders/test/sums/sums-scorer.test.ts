import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { sumsScorer, type Addend } from '../../src/sums/sums-scorer.js'

// rows (0, 0.5, 0.25) and (1, -1, 0)
const rows = csrFromTriplets([0, 0, 1, 1], [1, 2, 0, 1], [0.5, 0.25, 1, -1], 2, 3)
const asked: Addend[] = []
const scorer = sumsScorer<string>(
  { rows, termsOf: ({ items, values }) => ({ items, values: values.map((value) => 2 * value) }) },
  (addend) => {
    asked.push(addend)
    return { kind: 'popularity', by: 'lines', contribution: addend.contribution }
  },
  () => ({ options: {}, arrays: {} }),
)
const history = { items: Int32Array.of(0, 1), values: Float64Array.of(4, 1) }

test('scores are sums of rows times factors, for all products and for one', () => {
  const scores = new Float64Array(3).fill(NaN)
  scorer.scoreAll(history, scores)
  expect(scores).toEqual(Float64Array.of(2, 2, 2))
  expect([0, 1, 2].map((item) => scorer.scoreOne(history, item))).toEqual([2, 2, 2])
  expect(scorer.above).toBe(0)
})

test('each row that has the product is a part, the largest contribution first', () => {
  if (typeof scorer.partsOf !== 'function') throw new Error('sums can be explained')
  expect(scorer.partsOf(history, 1).map(({ contribution }) => contribution)).toEqual([4, -2])
  expect(asked.at(-1)).toEqual({ row: 1, factor: 2, cell: -1, contribution: -2 })
  expect(scorer.partsOf(history, 2)).toHaveLength(1)
})
