import { expect, test } from 'vitest'
import { ndcg } from '../../src/ranking/ndcg.js'

test('divides the discounted hits by those of the best list', () => {
  expect(ndcg([1, 0, 1], { k: 10, relevant: 2 })).toBeCloseTo((1 + 1 / 2) / (1 + 1 / Math.log2(3)), 15)
  expect(ndcg([0, 0, 1], { k: 10, relevant: 1 })).toBe(0.5)
})

test('is exactly 1 for a list full of hits, also when more is relevant than fits', () => {
  expect(ndcg([1, 1, 1], { k: 3, relevant: 3 })).toBe(1)
  expect(ndcg([1, 1, 1], { k: 3, relevant: 30 })).toBe(1)
})

test('of a short list is measured against a full one', () => {
  expect(ndcg([1], { k: 2, relevant: 2 })).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 15)
})

test('is 0 when nothing is relevant', () => {
  expect(ndcg([0], { k: 1, relevant: 0 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => ndcg([0.5], { k: 1, relevant: 1 })).toThrow('ndcg: hits[0] must be 0 or 1, got 0.5')
})
