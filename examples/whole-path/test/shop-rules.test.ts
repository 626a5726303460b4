import { factOf } from '@clientele/core'
import { generateShop } from '@clientele/synthetic-data'
import { describe, expect, test } from 'vitest'
import { fitModels } from '../src/fit-models.js'
import { RARE, shopRules, shopRulesInWords } from '../src/shop-rules.js'

describe('lists under the rules of a shop', async () => {
  const { orders } = generateShop({ seed: 'rules', customers: 300, products: 100 })
  const models = await fitModels(orders, {})
  const rules = shopRules(orders, models)
  const lists = orders.customers.ids.slice(0, 50).map((customer) => models.combined.recommend(customer, rules))

  test('hold at most two products of a category', () => {
    const categoryOf = factOf(orders.catalog, 'category')
    for (const list of lists) {
      const categories = list.map(({ item }) => categoryOf(item))
      expect(Math.max(...categories.map((one) => categories.filter((other) => other === one).length))).toBeLessThan(3)
    }
  })

  test('hold only what was sold within 30 days', () => {
    const last = Math.max(...orders.time)
    const lately = new Set<unknown>()
    orders.product.forEach((product, line) => {
      if (last - orders.time[line]! <= 30 * 86_400_000) lately.add(orders.products.ids[product])
    })
    expect(lately.size).toBeLessThan(100)
    expect(lists.flat().filter(({ item }) => !lately.has(item))).toEqual([])
  })

  test('keep two places for what few customers have', () => {
    const buyers = new Map<unknown, Set<number>>()
    orders.product.forEach((product, line) => {
      const item = orders.products.ids[product]
      buyers.set(item, (buyers.get(item) ?? new Set()).add(orders.customer[line]!))
    })
    const counts = [...buyers.values()].map(({ size }) => size).sort((a, b) => a - b)
    const median = counts[counts.length >> 1]!
    for (const list of lists) {
      const rare = list.filter(({ source }) => source === RARE)
      expect(rare).toHaveLength(2)
      for (const { item } of rare) expect(buyers.get(item)!.size).toBeLessThanOrEqual(median)
    }
  })

  test('without categories leave their limit out', () => {
    const plain = { ...orders, catalog: { ...orders.catalog, attributes: [] } }
    expect(shopRules(plain, models)).not.toHaveProperty('maxPerGroup')
    expect(shopRulesInWords(plain)).toBe('in stock, 2 of 10 places for what is rarely bought')
    expect(rules).toHaveProperty('maxPerGroup')
    expect(shopRulesInWords(orders)).toContain('at most 2 of a category')
  })
})
