import { expect, test } from 'vitest'
import { f1 } from '../../src/ranking/f1.js'

test('is the harmonic mean of precision 1/2 and recall 1/4', () => {
  expect(f1([1, 0, 1, 0], { k: 4, relevant: 8 })).toBeCloseTo(1 / 3, 15)
})

test('is 1 for a list of all that is relevant and nothing else', () => {
  expect(f1([1, 1], { k: 2, relevant: 2 })).toBe(1)
})

test('is 0 without hits or without anything relevant', () => {
  expect(f1([0], { k: 1, relevant: 3 })).toBe(0)
  expect(f1([0], { k: 1, relevant: 0 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => f1([1], { k: 1, relevant: 0.5 })).toThrow('f1: relevant must be an integer, got 0.5')
})
