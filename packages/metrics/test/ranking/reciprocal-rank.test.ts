import { expect, test } from 'vitest'
import { reciprocalRank } from '../../src/ranking/reciprocal-rank.js'

test('is one over the place of the first hit', () => {
  expect(reciprocalRank([1, 1], { k: 2 })).toBe(1)
  expect(reciprocalRank([0, 0, 0, 1, 1], { k: 5 })).toBe(0.25)
})

test('is 0 when the first hit is below the cut-off', () => {
  expect(reciprocalRank([0, 0, 1], { k: 2 })).toBe(0)
  expect(reciprocalRank([0], { k: 2 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => reciprocalRank([3], { k: 1 })).toThrow('reciprocalRank: hits[0] must be 0 or 1, got 3')
})
