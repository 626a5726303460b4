import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { millionUsers, powerLawPairs } from '../../src/data/million-users.js'

const shape = {
  users: 2000,
  items: 500,
  pairs: 20_000,
  perUser: [
    [0, 2],
    [0.5, 6],
    [1, 90],
  ],
} as const

const made = powerLawPairs(shape, random(1))
const [offsets, items] = [made.offsets.values, made.items.values]

test('there are as many pairs as asked for, ascending within a user and without repeats', () => {
  expect([offsets.length, offsets[0], offsets.at(-1), items.length]).toEqual([2001, 0, 20_000, 20_000])
  for (let user = 0; user < 2000; user++) {
    const own = [...items.subarray(offsets[user], offsets[user + 1])]
    expect(own.length).toBeGreaterThan(1)
    expect(own).toEqual([...new Set(own)].sort((a, b) => a - b))
  }
})

test('an item of a tenth the rank is drawn up to ten times as often', () => {
  const counts = new Int32Array(500)
  for (const item of items) counts[item]!++
  const between = (first: number, last: number) =>
    counts.subarray(first, last).reduce((sum, count) => sum + count, 0) / (last - first)
  // 1 / (r + 10), summed: 29.5 against 209.5, a little less for those who have the item already.
  expect(between(10, 30) / between(190, 210)).toBeGreaterThan(5)
  expect(between(10, 30) / between(190, 210)).toBeLessThan(8)
  expect(Math.max(...counts)).toBeLessThan(2000)
})

test('the large shop has its own name', () => {
  expect(millionUsers.name).toBe('million-users')
})
