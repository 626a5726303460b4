import { random, type Interactions } from '@clientele/core'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  fitBaseline,
  fitEase,
  fitItemKnn,
  fitItemRatingKnn,
  fitPopularity,
  fitSlopeOne,
  fitUserKnn,
  fitUserRatingKnn,
  withFallback,
  type Recommender,
} from '../src/index.js'
import { interactionsFrom } from './fixtures.js'

type Shop = Interactions<string, number>

/** Customers with texts, products with numbers as ids, one to five stars. */
function shopOf(customers: number, products: number, perCustomer: number): Shop {
  const stream = random(1)
  const cells = Array.from({ length: customers * perCustomer }, (_, i) => {
    const customer = Math.floor(i / perCustomer)
    return [`customer ${customer}`, (customer * 7 + (i % perCustomer) * 3) % products, 1 + stream.integer(5)] as const
  })
  return interactionsFrom(cells)
}

const shop = shopOf(700, 90, 6)
const [customers, products, cells] = [shop.customers.ids.length, shop.products.ids.length, shop.matrix.indices.length]
const characters = shop.customers.ids.join('').length
const histories = 12 * cells + 8 * customers + 2 * characters + (4 + 8) * products

const items = fitItemKnn(shop, { neighbors: 9 })
const users = fitUserKnn(shop, { neighbors: 9 })
const neighboursOfItems = (model: typeof items) =>
  shop.products.ids.reduce((sum, item) => sum + model.similarItems(item, { n: products }).length, 0)
/** Others that are kept, and the customer. */
const neighboursOfUsers = shop.customers.ids.reduce(
  (sum, customer) => sum + Math.min(9, users.similarUsers(customer, { n: 9 }).length) + 1,
  0,
)
const ratedItems = fitItemRatingKnn(shop, { neighbors: 9 })
const popular = fitPopularity(shop)
const segment = (customer: string) => customer.length % 2

/** What README says that each model adds. */
const added: Readonly<Record<string, readonly [Recommender<string, number>, bytes: number][]>> = {
  'item-knn': [[items, 12 * neighboursOfItems(items) + 4 * products]],
  'user-knn': [[users, 12 * neighboursOfUsers + 4 * customers]],
  ease: [[fitEase(shop), 8 * products ** 2]],
  popularity: [
    [popular, 12 * products],
    [fitPopularity(shop, { perSegment: segment }), 12 * 3 * products + 4 * customers],
  ],
  'user-rating-knn': [
    [fitUserRatingKnn(shop), 8 * products],
    [fitUserRatingKnn(shop, { normalize: 'mean', similarity: 'pearson' }), 0],
  ],
  'item-rating-knn': [[ratedItems, 12 * neighboursOfItems(ratedItems) + 12 * products]],
  'slope-one': [[fitSlopeOne(shop), 12 * pairsRatedTogether() + 4 * products]],
  baseline: [[fitBaseline(shop), 8 * products]],
  'with-fallback': [[withFallback(items, popular), items.save().length + popular.save().length - histories]],
}

function pairsRatedTogether(): number {
  const { offsets, indices } = shop.matrix
  const pairs = new Set<number>()
  for (let row = 0; row < customers; row++) {
    const own = indices.subarray(offsets[row], offsets[row + 1])
    for (const one of own) for (const other of own) if (one !== other) pairs.add(one * products + other)
  }
  return pairs.size
}

describe('a saved model takes the bytes that README says', () => {
  test.each(Object.entries(added))('%s', (_, sizes) => {
    for (const [model, bytes] of sizes) {
      const beside = model.save().length - histories - bytes
      expect(beside).toBeGreaterThan(0)
      expect(beside).toBeLessThan(2000)
    }
  })

  test('every model has its line there', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const table = readme.slice(readme.indexOf('| model | bytes |'), readme.indexOf('- **Customers.**'))
    const names = [...table.matchAll(/^ {2}\| ([a-z-]+) \|/gm)].map(([, name]) => name)
    expect(names.filter((name) => name !== 'model')).toEqual(Object.keys(added))
  })
})
