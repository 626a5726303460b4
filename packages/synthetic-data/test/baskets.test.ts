import { expect, test } from 'vitest'
import { basketsOf } from '../src/baskets.js'
import { generateCustomers } from '../src/customers.js'
import { generateProducts } from '../src/products.js'
import { resolveShopOptions, type ShopOptions } from '../src/shop-options.js'

function filled(shop: Partial<ShopOptions>, ordersEach: number) {
  const options = resolveShopOptions({ seed: 'baskets', customers: 60, products: 30, ...shop })
  const customers = generateCustomers(options)
  const products = generateProducts(options)
  const fill = basketsOf(customers, products, options)
  return { customers, products, baskets: Array.from({ length: options.customers }, (_, c) => fill(c, ordersEach)) }
}

const plain = [{ name: 'one', share: 1, units: 1 }]

test('without bundles a product is picked as taste × popularity says', () => {
  const { customers, products, baskets } = filled({ complementRate: 0, spendingLevels: plain, customers: 3 }, 5000)
  baskets.forEach((orders, c) => {
    const units = new Float64Array(30)
    orders.flat().forEach(({ product, quantity }) => (units[product]! += quantity))
    const picks = units.reduce((a, b) => a + b)
    // 5,000 orders of 3 picks, deviation √6 each.
    expect(Math.abs(picks - 15_000)).toBeLessThan(5 * Math.sqrt(5000 * 6))
    units.forEach((count, p) => {
      const share = customers.tastes.values[c * 5 + products.category[p]!]! * products.popularity[p]!
      expect(Math.abs(count / picks - share)).toBeLessThanOrEqual(5 * Math.sqrt((share * (1 - share)) / picks) + 1e-12)
    })
  })
})

test('when every product has a bundle and every chance completes it, a customer stays in one bundle', () => {
  const { products, baskets } = filled({ complementRate: 1, bundles: 10, bundleSize: 3 }, 20)
  baskets.forEach((orders) => {
    expect(new Set(orders.flat().map(({ product }) => products.bundle[product])).size).toBe(1)
  })
})

test('the share of picks that complete a bundle is the complement rate', () => {
  // Two equally popular categories, every product in a bundle with one of the other category, customers of one taste:
  // what they pick in the category they do not like can only be a complement, or the complement of a complement.
  const categories = ['a', 'b'].map((name) => ({ name, share: 1, prices: [1, 2] as [number, number] }))
  const { baskets } = filled(
    {
      categories,
      products: 2,
      bundles: 1,
      bundleSize: 2,
      complementRate: 0.25,
      spendingLevels: plain,
      tasteConcentration: 0.001,
      customers: 1,
    },
    20_000,
  )
  const units = [0, 0]
  baskets[0]!.flat().forEach(({ product, quantity }) => (units[product]! += quantity))
  const disliked = Math.min(...units) / (units[0]! + units[1]!)
  // Balance of the share x of disliked picks: a quarter of the picks goes to the other side of an earlier pick,
  // x = 0.25 (1 − x), so x = 0.2.
  expect(Math.abs(disliked - 0.2)).toBeLessThan(0.02)
})

test('units per pick follow the spending level', () => {
  const levels = [{ name: 'many', share: 1, units: 4 }]
  const units = (spendingLevels: ShopOptions['spendingLevels'] & object) =>
    filled({ spendingLevels, customers: 1 }, 4000)
      .baskets[0]!.flat()
      .reduce((sum, { quantity }) => sum + quantity, 0)
  expect(Math.abs(units(levels) / 12_000 - 4)).toBeLessThan(0.3)
  expect(Math.abs(units(plain) / 12_000 - 1)).toBeLessThan(0.1)
})

test('a basket has at least one line and no product twice', () => {
  const { baskets } = filled({}, 40)
  for (const basket of baskets.flat()) {
    expect(basket.length).toBeGreaterThan(0)
    expect(new Set(basket.map(({ product }) => product)).size).toBe(basket.length)
  }
})
