import { expect, test } from 'vitest'
import { hit } from '../../src/ranking/hit.js'

test('is 1 when any of the first k places is a hit', () => {
  expect(hit([0, 0, 1, 1], { k: 3 })).toBe(1)
  expect(hit([0, 0, 1, 1], { k: 2 })).toBe(0)
  expect(hit([], { k: 2 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => hit([1], { k: -1 })).toThrow('hit: k must be at least 1, got -1')
})
