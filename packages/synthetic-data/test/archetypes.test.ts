import { expect, test } from 'vitest'
import { archetypes, MONTH, spendingLevels } from '../src/archetypes.js'
import { generateShop } from '../src/generate-shop.js'

test('a month is 30 days', () => {
  expect(MONTH).toBe(30 * 24 * 60 * 60 * 1000)
})

test.each([
  ['archetypes', archetypes],
  ['spending levels', spendingLevels],
])('the shares of the usual %s add up to 1, and their names differ', (_, kinds) => {
  expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length)
})

test('given as they are, they change nothing', () => {
  const options = { seed: 1, customers: 20 }
  expect(generateShop({ ...options, archetypes, spendingLevels })).toEqual(generateShop(options))
})
