import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { listsOfPairs } from '../../src/data/ranked-lists.js'

/** 20 users with 15 of 40 items each. */
const offsets = Int32Array.from({ length: 21 }, (_, user) => 15 * user)
const items = Int32Array.from({ length: 300 }, (_, i) => (7 * Math.floor(i / 15) + 2 * (i % 15)) % 40)
const made = () => listsOfPairs(offsets, items, random('a'))

test('every list holds ten items and none twice', () => {
  const { lists } = made()
  expect(lists.shape).toEqual([20, 10])
  for (let user = 0; user < 20; user++) {
    expect(new Set(lists.values.subarray(10 * user, 10 * user + 10)).size).toBe(10)
  }
})

test('a fifth of each user’s own items is relevant, and lists hit some of it', () => {
  const { lists, relevantOffsets, relevant } = made()
  let hits = 0
  for (let user = 0; user < 20; user++) {
    const wanted = [...relevant.values.subarray(relevantOffsets.values[user], relevantOffsets.values[user + 1])]
    const own = [...items.subarray(15 * user, 15 * user + 15)]
    expect(wanted).toHaveLength(3)
    expect(own).toEqual(expect.arrayContaining(wanted))
    hits += wanted.filter((item) => lists.values.subarray(10 * user, 10 * user + 10).includes(item)).length
  }
  expect(hits).toBeGreaterThan(10)
  expect(made()).toEqual(made())
})
