import { expect, test } from 'vitest'
import { AS_OF, CATEGORIES, CHANNELS, orderLog } from '../../src/data/order-log.js'

const lines = 6000
const { customer, order, time, amount, ...none } = orderLog(lines).make()

test('an order has one customer, one time and 1 to 9 lines', () => {
  const orders = new Map<number, number[]>()
  order!.values.forEach((number, line) => orders.set(number, [...(orders.get(number) ?? []), line]))
  for (const own of orders.values()) {
    expect(own.length).toBeLessThanOrEqual(9)
    expect(new Set(own.map((line) => customer!.values[line]!)).size).toBe(1)
    expect(new Set(own.map((line) => time!.values[line]!)).size).toBe(1)
  }
  expect(lines / orders.size).toBeCloseTo(5, 0)
})

test('times rise in whole seconds through the two years before the analysis date', () => {
  const times = [...time!.values]
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.every((at) => at % 1000 === 0)).toBe(true)
  expect(times[0]).toBeGreaterThanOrEqual(Date.UTC(2022, 0, 1))
  expect(times.at(-1)).toBeLessThan(AS_OF)
  expect(AS_OF).toBe(Date.UTC(2024, 0, 1))
})

test('details are only there when asked for, and leave what customers do', () => {
  const detailed = orderLog(lines, { details: true })
  expect(none).toEqual({})
  expect(detailed.name).not.toBe(orderLog(lines).name)
  const { quantity, listAmount, channel, category, product, amount: paid } = detailed.make()
  expect(quantity!.values.every((units) => units >= 1 && units <= 5)).toBe(true)
  expect(listAmount!.values.every((listed, line) => listed >= paid!.values[line]!)).toBe(true)
  expect(new Set(channel!.values).size).toBe(CHANNELS)
  expect(new Set(category!.values).size).toBe(CATEGORIES)
  expect(Math.max(...product!.values)).toBeLessThan(category!.shape[0]!)
})

test('amounts are whole cents', () => {
  expect(amount!.values.every((money) => money > 0 && Math.abs(100 * money - Math.round(100 * money)) < 1e-9)).toBe(
    true,
  )
})
