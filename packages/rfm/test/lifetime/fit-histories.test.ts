import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { betaGeometricRows, betaGeometricStart } from '../../src/lifetime/beta-geometric-likelihood.js'
import { fitHistories } from '../../src/lifetime/fit-histories.js'
import type { PurchaseHistories } from '../../src/lifetime/purchase-histories.js'
import { simulatedHistories } from './simulated-histories.js'

const betaGeometric = {
  names: ['r', 'alpha', 'a', 'b'],
  times: ['alpha'],
  rows: betaGeometricRows(0),
  start: betaGeometricStart,
}

const fit = (histories: PurchaseHistories, options = {}) => run(fitHistories('fit', histories, options, betaGeometric))

const shop = simulatedHistories(2000, { r: 0.8, alpha: 5, a: 0.6, b: 2 })

test('the unit of time changes nothing but the parameters that are times, and the likelihood', () => {
  const days = (times: ArrayLike<number>) => Array.from(times, (time) => 7 * time)
  const inWeeks = fit(shop)
  const inDays = fit({ ...shop, activeSpan: days(shop.activeSpan), age: days(shop.age) })
  for (const [name, value] of Object.entries(inWeeks.parameters)) {
    expect(inDays.parameters[name]! / value / (name === 'alpha' ? 7 : 1)).toBeCloseTo(1, 6)
  }
  const purchases = shop.repeatPurchases.reduce((sum, x) => sum + x, 0)
  expect(inDays.fit.logLikelihood).toBeCloseTo(inWeeks.fit.logLikelihood - purchases * Math.log(7), 5)
})

test('weights stand for customers', () => {
  const half = simulatedHistories(1000, { r: 0.8, alpha: 5, a: 0.6, b: 2 })
  const twice = (values: readonly number[]) => [...values, ...values]
  const doubled = fit({
    repeatPurchases: twice(half.repeatPurchases),
    activeSpan: twice(half.activeSpan),
    age: twice(half.age),
  })
  const weighted = fit(half, { weights: half.age.map(() => 2) })
  expect(weighted).toEqual(doubled)
  expect(weighted.fit.customers).toBe(2000)
})

test('customers of age 0 say nothing', () => {
  const { repeatPurchases, activeSpan, age } = shop
  const more = fit({ repeatPurchases: [...repeatPurchases, 0], activeSpan: [...activeSpan, 0], age: [...age, 0] })
  const without = fit(shop)
  expect(more.fit.logLikelihood).toBeCloseTo(without.fit.logLikelihood, 6)
  expect(more.fit.customers).toBe(2001)
  for (const [name, value] of Object.entries(without.parameters))
    expect(more.parameters[name]! / value).toBeCloseTo(1, 6)
})

test('the thread is given back between blocks of rows', () => {
  const customers = Array.from({ length: 10_000 }, (_, i) => i)
  const histories = {
    repeatPurchases: customers.map(() => 1),
    activeSpan: customers.map((i) => (i + 1) / 10_000),
    age: customers.map(() => 2),
  }
  const steps = fitHistories('fit', histories, {}, betaGeometric)
  expect(steps.next().value).toEqual({ stage: 'fit', done: 0, total: 3 })
  steps.return(undefined as never)
})

test.each<[PurchaseHistories, object, string]>([
  [{ repeatPurchases: [], activeSpan: [], age: [] }, {}, 'fit: histories must have at least one customer, got 0'],
  [
    { repeatPurchases: [0], activeSpan: [0], age: [0] },
    {},
    'fit: histories.age must be above 0 for some customer, got 0',
  ],
  [
    { repeatPurchases: [0, 0], activeSpan: [0, 0], age: [1, 2] },
    {},
    'fit: histories.repeatPurchases must be above 0 for some customer that counts, got 0',
  ],
  [
    { repeatPurchases: [0, 1], activeSpan: [0, 1], age: [1, 2] },
    { weights: [1, 0] },
    'fit: histories.repeatPurchases must be above 0 for some customer that counts, got 0',
  ],
  [
    { repeatPurchases: [1e9], activeSpan: [1], age: [2] },
    {},
    'fit: histories.repeatPurchases must be at most 1000000, got 1000000000',
  ],
  [
    { repeatPurchases: [1], activeSpan: [3], age: [2] },
    {},
    'fit: histories.age[0] must be at least activeSpan[0] (3), got 2',
  ],
  [{ repeatPurchases: [1], activeSpan: [1], age: [2] }, { weights: [] }, 'fit: weights.length must be 1'],
  [
    { repeatPurchases: [1], activeSpan: [1], age: [2] },
    { weights: [-1] },
    'fit: weights[0] must be at least 0, got -1',
  ],
])('refuses %o with %o', (histories, options, message) => {
  expect(() => fit(histories, options)).toThrow(message)
})
