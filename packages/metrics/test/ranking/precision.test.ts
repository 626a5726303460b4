import { expect, test } from 'vitest'
import { precision } from '../../src/ranking/precision.js'

test('is the share of k places that are hits, however short the list', () => {
  expect(precision([1, 0, 1], { k: 3 })).toBe(2 / 3)
  expect(precision([1, 0, 1], { k: 10 })).toBe(0.2)
  expect(precision([1, 0, 1], { k: 1 })).toBe(1)
})

test('of an empty list is 0', () => {
  expect(precision([], { k: 5 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => precision([1], { k: 0 })).toThrow('precision: k must be at least 1, got 0')
})
