import { expect, test } from 'vitest'
import { combinations, matches } from '../../src/segments/rule-matches.js'
import { cellOf } from '../../src/segments/segment-cells.js'

test('combinations come in the order of their cells', () => {
  const bins = { recency: 2, frequency: 3, monetary: 2 }
  const all = combinations(bins)
  expect(all.map((scores) => cellOf(scores, bins))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('a rule takes a combination when all three ranges hold, ends included', () => {
  const rule = { name: 'Some', recency: [2, 3], frequency: 'any', monetary: [1, 1] } as const
  expect(matches(rule, { recency: 2, frequency: 5, monetary: 1 })).toBe(true)
  expect(matches(rule, { recency: 3, frequency: 1, monetary: 1 })).toBe(true)
  expect(matches(rule, { recency: 1, frequency: 1, monetary: 1 })).toBe(false)
  expect(matches(rule, { recency: 2, frequency: 1, monetary: 2 })).toBe(false)
})
