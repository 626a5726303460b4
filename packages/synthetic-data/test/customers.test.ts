import { expect, test } from 'vitest'
import { generateCustomers } from '../src/customers.js'
import { seasonBetween } from '../src/season.js'
import { resolveShopOptions, type ShopOptions } from '../src/shop-options.js'

const MONTH = 30 * 86_400_000
const customersOf = (options: Partial<ShopOptions>) =>
  generateCustomers(resolveShopOptions({ seed: 'customers', customers: 20_000, ...options }))
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b) / values.length

test('archetypes and spending levels come in the shares given', () => {
  const { archetype, spendingLevel } = customersOf({})
  // Five standard errors of a share of 20,000: at most 5 √(0.24 / 20,000) = 0.0173.
  const share = (of: Int32Array, kind: number) => of.filter((k) => k === kind).length / of.length
  ;[0.2, 0.3, 0.3, 0.2].forEach((expected, a) => expect(Math.abs(share(archetype, a) - expected)).toBeLessThan(0.0174))
  ;[0.2, 0.6, 0.2].forEach((expected, s) => expect(Math.abs(share(spendingLevel, s) - expected)).toBeLessThan(0.0174))
})

test('lifetimes are exponential with the mean 30 days / dropout', () => {
  const { joined, left } = customersOf({
    archetypes: [{ name: 'a', share: 1, ordersPerMonth: 1, dropoutPerMonth: 0.5 }],
  })
  const months = left.map((time, c) => (time - joined[c]!) / MONTH)
  expect(Math.abs(mean(months) - 2)).toBeLessThan((5 * 2) / Math.sqrt(20_000))
  const stayedFourMonths = months.filter((m) => m > 4).length / months.length
  expect(Math.abs(stayedFourMonths - Math.exp(-2))).toBeLessThan(0.013)
})

test('nobody leaves at dropout 0', () => {
  const { left } = customersOf({
    archetypes: [{ name: 'a', share: 1, ordersPerMonth: 1, dropoutPerMonth: 0 }],
    customers: 9,
  })
  expect(Array.from(left)).toEqual(new Array(9).fill(Infinity))
})

test('first orders are spread evenly over the period, or as the season is', () => {
  const period = { from: '2020-01-01', to: '2024-01-01' }
  const secondQuarter = (joined: Float64Array) => {
    const months = joined.map((time) => new Date(time).getUTCMonth())
    return months.filter((month) => month >= 4 && month <= 6).length / joined.length
  }
  expect(Math.abs(secondQuarter(customersOf(period).joined) - 0.2519)).toBeLessThan(0.016)
  // May to July, amplitude 1: ∫ 1 + cos over 92 days around the trough is about 0.0249 of the year's.
  const quiet = seasonBetween(Date.UTC(2021, 4, 1), Date.UTC(2021, 7, 1), 1) / (365.25 * 86_400_000)
  expect(quiet).toBeCloseTo(0.0249, 2)
  expect(Math.abs(secondQuarter(customersOf({ ...period, seasonality: 1 }).joined) - quiet)).toBeLessThan(0.006)
})

test('individual rates scatter around their archetype with its mean', () => {
  const archetypes = [{ name: 'a', share: 1, ordersPerMonth: 2, dropoutPerMonth: 0 }]
  const { ordersPerMonth } = customersOf({ archetypes, rateSpread: 0.5 })
  // A log-normal of mean 2 has deviation 2 √(exp(0.25) − 1) = 1.066.
  expect(Math.abs(mean(ordersPerMonth) - 2)).toBeLessThan((5 * 1.066) / Math.sqrt(20_000))
  const logs = ordersPerMonth.map(Math.log)
  const center = mean(logs)
  const deviation = Math.sqrt(mean(logs.map((log) => (log - center) ** 2)))
  expect(Math.abs(deviation - 0.5)).toBeLessThan(0.0125)
  expect(new Set(customersOf({ archetypes, rateSpread: 0, customers: 5 }).ordersPerMonth)).toEqual(new Set([2]))
})

test('the expected number of orders scales every rate by one factor', () => {
  const plain = customersOf({ customers: 300, seasonality: 0.3 })
  const scaled = customersOf({ customers: 300, seasonality: 0.3, orders: 5000 })
  const factor = scaled.ordersPerMonth[0]! / plain.ordersPerMonth[0]!
  scaled.ordersPerMonth.forEach((rate, c) => expect(rate / plain.ordersPerMonth[c]!).toBeCloseTo(factor, 9))
  const end = Date.UTC(2025, 0)
  const repeats = scaled.ordersPerMonth.map(
    (rate, c) => (rate * seasonBetween(scaled.joined[c]!, Math.min(end, scaled.left[c]!), 0.3)) / MONTH,
  )
  expect(repeats.reduce((a, b) => a + b) + 300).toBeCloseTo(5000, 6)
})

test('tastes average to the shares of the categories', () => {
  const { tastes } = customersOf({ tasteConcentration: 4 })
  ;[0.3, 0.25, 0.2, 0.15, 0.1].forEach((share, c) => {
    const column = Array.from({ length: 20_000 }, (_, row) => tastes.values[row * 5 + c]!)
    // Dirichlet: variance share (1 − share) / (4 + 1).
    expect(Math.abs(mean(column) - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / 5 / 20_000))
  })
})

test('a small concentration makes one-sided customers, a large one customers alike', () => {
  const strongest = (tasteConcentration: number) => {
    const { tastes } = customersOf({ tasteConcentration, customers: 500 })
    return mean(Array.from({ length: 500 }, (_, row) => Math.max(...tastes.values.subarray(row * 5, row * 5 + 5))))
  }
  expect(strongest(0.01)).toBeGreaterThan(0.98)
  expect(strongest(1e5)).toBeLessThan(0.32)
})

test('the first customers stay who they are when more are asked for', () => {
  const few = customersOf({ customers: 40 })
  const many = customersOf({ customers: 90 })
  expect(many.archetype.slice(0, 40)).toEqual(few.archetype)
  expect(many.joined.slice(0, 40)).toEqual(few.joined)
  expect(many.left.slice(0, 40)).toEqual(few.left)
  expect(many.ordersPerMonth.slice(0, 40)).toEqual(few.ordersPerMonth)
  expect(many.tastes.values.slice(0, 200)).toEqual(few.tastes.values)
})
