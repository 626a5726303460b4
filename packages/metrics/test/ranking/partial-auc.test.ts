import { expect, test } from 'vitest'
import { partialAuc, partialAucOfTop } from '../../src/ranking/partial-auc.js'

test('counts pairs of a hit and one of the first k misses', () => {
  expect(partialAuc([0, 1, 0], { k: 2, relevant: 2 })).toBe(0.25)
  expect(partialAuc([0, 1, 0, 1], { k: 5, relevant: 3 })).toBeCloseTo((4 + 3) / 15, 15)
})

test('reads beyond the first k places', () => {
  expect(partialAuc([1, 1, 0], { k: 1, relevant: 2 })).toBe(1)
})

test('of the top counts no more hits than k', () => {
  expect(partialAucOfTop([1, 0], { k: 1, relevant: 5 })).toBe(1)
  expect(partialAuc([1, 0], { k: 1, relevant: 5 })).toBe(0.2)
})

test('nothing relevant, and nothing listed, is 0', () => {
  expect(partialAuc([0], { k: 1, relevant: 0 })).toBe(0)
  expect(partialAucOfTop([], { k: 1, relevant: 3 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => partialAuc([1], { k: 0, relevant: 1 })).toThrow('partialAuc: k must be at least 1, got 0')
  expect(() => partialAucOfTop([1, 1], { k: 1, relevant: 1 })).toThrow(
    'partialAucOfTop: relevant must be at least the number of hits, 2, got 1',
  )
})
