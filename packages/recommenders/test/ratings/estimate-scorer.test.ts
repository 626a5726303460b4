import { expect, test } from 'vitest'
import { estimateScorer } from '../../src/ratings/estimate-scorer.js'
import type { Estimator } from '../../src/ratings/estimates.js'

const asked: boolean[] = []
let made = 0
const estimator: Estimator = {
  most: 2,
  neighbors: 2,
  minNeighbors: 1,
  prepare(_, all) {
    asked.push(all)
    return {
      levelOf: (product) => ({ everybody: 3, customer: 0, product: product - 1 }),
      scaleOf: () => 1,
      collect(product, into) {
        into.rows.set([4, 7])
        into.weights.set([1, 3])
        into.deviations.set([-1, 1])
        return product === 2 ? 2 : 0
      },
    }
  },
}
const scorer = estimateScorer<string>(
  () => {
    made++
    return estimator
  },
  ({ row, weight, contribution }, { items }, product) => ({
    kind: 'history',
    item: `${row} of ${items[0]} for ${product}`,
    value: 5,
    similarity: weight,
    contribution,
  }),
  () => ({ options: {}, arrays: {} }),
)
const history = { items: Int32Array.of(9), values: Float64Array.of(1) }

test('what estimates is made with the first question, once', () => {
  expect(made).toBe(0)
  scorer.scoreOne(history, 1)
  scorer.scoreOne(history, 2)
  expect(made).toBe(1)
  asked.length = 0
})

test('scores are estimates, the same for all products at once and for one', () => {
  const scores = new Float64Array(3)
  scorer.scoreAll(history, scores)
  expect(Array.from(scores)).toEqual([2, 3, 4.5])
  expect([0, 1, 2].map((product) => scorer.scoreOne(history, product))).toEqual([2, 3, 4.5])
  expect(asked).toEqual([true, false, false, false])
  expect(scorer.above).toBe(-Infinity)
})

test('what is made ready for a customer is kept until another one is asked for', () => {
  asked.length = 0
  for (const row of [5, 5, 6, 5, 5]) scorer.scoreOne({ ...history, row }, 1)
  expect(asked).toHaveLength(3)
})

test('parts are the levels that say something and who was heard, the largest first', () => {
  if (typeof scorer.partsOf !== 'function') throw new Error('estimates can be explained')
  expect(scorer.partsOf(history, 2)).toEqual([
    { kind: 'level', of: 'everybody', contribution: 3 },
    { kind: 'level', of: 'product', contribution: 1 },
    { kind: 'history', item: '7 of 9 for 2', value: 5, similarity: 3, contribution: 0.75 },
    { kind: 'history', item: '4 of 9 for 2', value: 5, similarity: 1, contribution: -0.25 },
  ])
  expect(scorer.partsOf(history, 1)).toEqual([{ kind: 'level', of: 'everybody', contribution: 3 }])
})
