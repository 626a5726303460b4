import { expect, test } from 'vitest'
import { Choices } from '../../src/tiers/choices.js'

const choice = (position: number, score: number, tier = 0) => ({ position, score, tier, source: 'x' })

test('a product is taken while its group has room; one without a group always', () => {
  const choices = new Choices({ max: 2, groupAt: (position) => position % 3 })
  expect([1, 4, 7, 2, 0, 3, 6].map((position) => choices.take(choice(position, 1)))).toEqual([
    true,
    true,
    false,
    true,
    true,
    true,
    true,
  ])
  expect([1, 2, 3].map((position) => choices.hasRoom(position))).toEqual([false, true, true])
  expect(choices.taken.map(({ position }) => position)).toEqual([1, 4, 2, 0, 3, 6])
  expect(new Choices(undefined).hasRoom(1)).toBe(true)
})

test('the order is by tier, then by score, then by position', () => {
  const choices = new Choices(undefined)
  for (const [position, score, tier] of [
    [5, 9, 1],
    [4, 1, 0],
    [3, 2, 0],
    [2, 1, 0],
    [1, 9, 1],
  ] as const) {
    choices.take(choice(position, score, tier))
  }
  expect(choices.inOrder().map(({ position }) => position)).toEqual([3, 2, 4, 1, 5])
})
