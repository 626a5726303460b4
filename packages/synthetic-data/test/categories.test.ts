import { expect, test } from 'vitest'
import { categories } from '../src/categories.js'
import { generateShop } from '../src/generate-shop.js'

test('shares add up to 1, and prices rise', () => {
  expect(categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  for (const { prices } of categories) expect(prices[0]).toBeLessThan(prices[1])
})

test('a noun belongs to one category, so that a name tells what a product is', () => {
  const nouns = categories.flatMap((category) => category.nouns!)
  expect(new Set(nouns).size).toBe(nouns.length)
})

test('given as they are, they change nothing', () => {
  expect(generateShop({ seed: 1, customers: 20, categories })).toEqual(generateShop({ seed: 1, customers: 20 }))
})
