import { expect, test } from 'vitest'
import { similarUsersOf } from '../../src/neighbours/similar-users.js'
import type { Profile } from '../../src/profile.js'
import { interactionsFrom } from '../fixtures.js'

const shop = interactionsFrom<string, string>([
  ['ann', 'mug'],
  ['bob', 'mug'],
  ['eve', 'tea'],
])
const asked: Profile[] = []
const { similarUsers, similarUsersFor } = similarUsersOf(
  shop,
  (profile) => {
    asked.push(profile)
    return { items: Int32Array.of(0, 1, 2), values: Float64Array.of(1, 0.25, 0.5) }
  },
  2,
)

test('similar customers are told without the one who is asked for, best first, and at most so many', () => {
  expect(similarUsers('ann')).toEqual([
    { customer: 'eve', similarity: 0.5 },
    { customer: 'bob', similarity: 0.25 },
  ])
  expect(asked.at(-1)).toMatchObject({ row: 0, items: Int32Array.of(0) })
  expect(similarUsersFor([{ item: 'tea' }], { n: 10 }).map(({ customer }) => customer)).toEqual(['ann', 'eve'])
  expect(similarUsersFor([{ item: 'tea' }], { n: 1 })).toHaveLength(1)
})

test('errors name the method that was called', () => {
  expect(() => similarUsers('ann', { n: 0 })).toThrow('similarUsers: n must be at least 1, got 0')
  expect(() => similarUsers('nobody', { n: 0.5 })).toThrow('similarUsers: n must be an integer, got 0.5')
  expect(() => similarUsersFor([{ item: 'tea', value: NaN }])).toThrow(
    'similarUsersFor: history[0].value must be finite, got NaN',
  )
})
