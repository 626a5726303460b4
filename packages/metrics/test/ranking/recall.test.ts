import { expect, test } from 'vitest'
import { recall } from '../../src/ranking/recall.js'

test('is the share of the relevant products found', () => {
  expect(recall([1, 0, 1], { k: 3, relevant: 4 })).toBe(0.5)
  expect(recall([1, 0, 1], { k: 2, relevant: 4 })).toBe(0.25)
})

test('cannot reach 1 when more is relevant than fits the list', () => {
  expect(recall([1, 1], { k: 2, relevant: 8 })).toBe(0.25)
})

test('is 0 when nothing is relevant', () => {
  expect(recall([0, 0], { k: 2, relevant: 0 })).toBe(0)
})

test('names what is wrong', () => {
  expect(() => recall([1], { k: 1, relevant: 0 })).toThrow(
    'recall: relevant must be at least the number of hits, 1, got 0',
  )
})
