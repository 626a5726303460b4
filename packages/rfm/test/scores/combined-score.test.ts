import { expect, test } from 'vitest'
import { digitsOf, weightedSum, weightsOf } from '../../src/scores/combined-score.js'

const scores = { recency: 4, frequency: 3, monetary: 4 }
const bins = (recency: number) => ({ recency, frequency: 5, monetary: 5 })

test('digits stand one after the other, or parted where there may be two of them', () => {
  expect(digitsOf(scores, bins(9))).toBe('434')
  expect(digitsOf({ ...scores, recency: 10 }, bins(10))).toBe('10-3-4')
})

test('a weight that is not given is 1', () => {
  expect(weightedSum(scores, weightsOf('fn'))).toBe(11)
  expect(weightedSum(scores, weightsOf('fn', { recency: 2, monetary: 0.5 }))).toBe(13)
})

test('refuses weights that are no weights', () => {
  expect(() => weightsOf('fn', { recency: -1 })).toThrow('fn: weights.recency must be at least 0, got -1')
  expect(() => weightsOf('fn', { recency: NaN })).toThrow('fn: weights.recency must be finite, got NaN')
  expect(() => weightsOf('fn', { money: 1 } as any)).toThrow(
    'fn: a metric of weights must be one of "recency", "frequency", "monetary", got "money"',
  )
})
