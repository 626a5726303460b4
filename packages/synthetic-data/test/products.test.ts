import { expect, test } from 'vitest'
import { generateProducts } from '../src/products.js'
import { resolveShopOptions } from '../src/shop-options.js'

const made = generateProducts(resolveShopOptions({ seed: 'products', products: 5000, popularityExponent: 1 }))

test('every category has a product, and the others follow the shares', () => {
  const counts = new Array(5).fill(0)
  made.category.forEach((c) => counts[c]++)
  // Binomial with the given shares: five standard deviations of 5000 draws are at most 5 √(5000 × 0.3 × 0.7) = 162.
  const expected = [0.3, 0.25, 0.2, 0.15, 0.1].map((share) => share * 5000)
  counts.forEach((count, c) => expect(Math.abs(count - expected[c]!)).toBeLessThan(163))
  expect(Array.from(made.category.slice(0, 5))).toEqual([0, 1, 2, 3, 4])
})

test('prices stay within their category, in cents, and half of them below the geometric mean', () => {
  const electronics = Array.from(made.price).filter((_, p) => made.category[p] === 4)
  expect(Math.min(...electronics)).toBeGreaterThanOrEqual(20)
  expect(Math.max(...electronics)).toBeLessThanOrEqual(800)
  expect(electronics.every((price) => Math.abs(price * 100 - Math.round(price * 100)) < 1e-9)).toBe(true)
  const cheap = electronics.filter((price) => price < Math.sqrt(20 * 800)).length / electronics.length
  expect(Math.abs(cheap - 0.5)).toBeLessThan((5 * 0.5) / Math.sqrt(electronics.length))
})

test('popularity is Zipf in each category: r times the r-th share is the first share', () => {
  for (let c = 0; c < 5; c++) {
    const shares = Array.from(made.popularity)
      .filter((_, p) => made.category[p] === c)
      .sort((a, b) => b - a)
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    shares.forEach((share, i) => expect(share * (i + 1)).toBeCloseTo(shares[0]!, 12))
  }
})

test('exponent 0 makes the products of a category equally popular', () => {
  const { category, popularity } = generateProducts(resolveShopOptions({ seed: 1, popularityExponent: 0 }))
  const size = category.filter((c) => c === 2).length
  category.forEach((c, p) => c === 2 && expect(popularity[p]).toBeCloseTo(1 / size, 12))
})

test('as many bundles as asked for, each of its size, no product in two', () => {
  const { bundle } = generateProducts(resolveShopOptions({ seed: 1, products: 50, bundles: 7, bundleSize: 4 }))
  const sizes = new Map<number, number>()
  bundle.forEach((b) => sizes.set(b, (sizes.get(b) ?? 0) + 1))
  expect(sizes).toEqual(new Map([[-1, 22], ...[0, 1, 2, 3, 4, 5, 6].map((b) => [b, 4] as const)]))
})

test('a category without nouns lends its own name', () => {
  const categories = [{ name: 'Toys', share: 1, prices: [1, 1] }] as const
  const { names, price } = generateProducts(resolveShopOptions({ seed: 1, products: 2, categories }))
  expect(names.every((name) => name.endsWith(' Toys'))).toBe(true)
  expect(Array.from(price)).toEqual([1, 1])
})
