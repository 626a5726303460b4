import { expect, test } from 'vitest'
import { generateCustomers } from '../src/customers.js'
import { purchaseTimes } from '../src/purchase-times.js'
import { seasonBetween } from '../src/season.js'
import { resolveShopOptions, type ShopOptions } from '../src/shop-options.js'

const MONTH = 30 * 86_400_000

function timesOf(shop: Partial<ShopOptions>) {
  const options = resolveShopOptions({ seed: 'times', customers: 2000, ...shop })
  const customers = generateCustomers(options)
  return { customers, options, times: Array.from(customers.joined, (_, c) => purchaseTimes(c, customers, options)) }
}

test('orders begin with the first one, ascend, and end before leaving and the end of the period', () => {
  const { customers, options, times } = timesOf({ seasonality: 0.5 })
  times.forEach((own, c) => {
    expect(own[0]).toBe(customers.joined[c])
    expect(own.every((time, i) => i === 0 || time >= own[i - 1]!)).toBe(true)
    expect(own.at(-1)).toBeLessThan(Math.min(options.to, Math.max(customers.left[c]!, own[0]! + 1)))
  })
})

test('repeat orders are as many as the rates say, with and without a season', () => {
  for (const seasonality of [0, 0.8]) {
    const { customers, options, times } = timesOf({ seasonality })
    let expected = 0
    customers.ordersPerMonth.forEach((rate, c) => {
      const end = Math.min(options.to, customers.left[c]!)
      expected += (rate * seasonBetween(customers.joined[c]!, end, seasonality)) / MONTH
    })
    const repeats = times.reduce((count, own) => count + own.length - 1, 0)
    // The count is Poisson given rates and lifetimes.
    expect(Math.abs(repeats - expected)).toBeLessThan(5 * Math.sqrt(expected))
  }
})

test('a full season empties mid-June and doubles mid-December', () => {
  const archetypes = [{ name: 'a', share: 1, ordersPerMonth: 5, dropoutPerMonth: 0 }]
  const { times } = timesOf({ seasonality: 1, archetypes, customers: 200, from: '2020-01-01', to: '2030-01-01' })
  const months = new Array(12).fill(0)
  times.flat().forEach((time) => months[new Date(time).getUTCMonth()]++)
  expect(months[5] / months[11]).toBeLessThan(0.03)
})

test('a customer at rate 0 orders once', () => {
  const archetypes = [{ name: 'a', share: 1, ordersPerMonth: 0, dropoutPerMonth: 0 }]
  expect(timesOf({ archetypes, customers: 50 }).times.every((own) => own.length === 1)).toBe(true)
})
