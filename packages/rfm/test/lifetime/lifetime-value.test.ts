import { featureColumn, rowsOf } from '@clientele/core'
import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { bgNbd, gammaGamma, lifetimeValue, lifetimeValueAsync, paretoNbd, type PurchaseModel } from '../../src/index.js'
import { predictedHistories, stored } from './real-histories.js'

const histories = {
  index: { ids: ['ann', 'bob', 'cleo', 'dan'] },
  repeatPurchases: [2, 0, 2, 2],
  activeSpan: [20, 0, 20, 20],
  age: [30, 30, 30, 30],
  meanRepeatSpend: [10, 0, 30, 10],
  unit: 'weeks' as const,
}
const purchases = bgNbd({ r: 0.5, alpha: 5, a: 0.8, b: 2.4 }, 'weeks')
const spend = gammaGamma({ p: 6, q: 4, v: 15 })

test('adds discounted purchases of each month and multiplies by the spend and the margin', () => {
  const month = 365.25 / 12 / 7
  const table = lifetimeValue(histories, purchases, spend, { months: 2, discountRate: 0.1, margin: 0.3 })
  const [first, both] = [1, 2].map((months) => purchases.expectedPurchases(histories, months * month))
  const money = spend.expectedSpend(histories)
  const alive = purchases.probabilityAlive(histories)
  rowsOf(table).forEach((row, i) => {
    const value = 0.3 * money[i]! * (first![i]! / 1.1 + (both![i]! - first![i]!) / 1.21)
    expect(row['customer']).toBe(histories.index.ids[i])
    expect(row['lifetimeValue']).toBeCloseTo(value, 12)
    expect(row['expectedPurchases']).toBe(both![i])
    expect(row['expectedSpend']).toBe(money[i])
    expect(row['probabilityAlive']).toBe(alive[i])
  })
})

test('by default a year at one percent a month', () => {
  const options = { months: 12, discountRate: 0.01, margin: 1, monthLength: 365.25 / 84 }
  expect(lifetimeValue(histories, purchases, spend)).toEqual(lifetimeValue(histories, purchases, spend, options))
})

test('without discount the value is that of all purchases', () => {
  const table = lifetimeValue(histories, purchases, spend, { discountRate: 0 })
  const [count, money, value] = ['expectedPurchases', 'expectedSpend', 'lifetimeValue'].map((name) =>
    featureColumn(table, name),
  )
  value!.values.forEach((each, i) => expect(each).toBeCloseTo(count!.values[i]! * money!.values[i]!, 12))
})

test('customers of one history are computed once', () => {
  let computed = 0
  const counting: PurchaseModel = {
    ...purchases,
    probabilityAlive(list) {
      computed += list.age.length
      return purchases.probabilityAlive(list)
    },
  }
  lifetimeValue(histories, counting, spend)
  expect(computed).toBe(2)
})

test('many customers are valued in pieces, as each alone', async () => {
  const ids = Array.from({ length: 5000 }, (_, i) => i)
  const many = {
    index: { ids },
    repeatPurchases: ids.map((i) => i % 7),
    activeSpan: ids.map((i) => (i % 7 === 0 ? 0 : 1 + (i % 1000))),
    age: ids.map(() => 1001),
    meanRepeatSpend: ids.map((i) => 1 + (i % 13)),
    unit: 'days' as const,
  }
  const model = paretoNbd({ r: 0.5, alpha: 70, s: 0.6, beta: 80 }, 'days')
  const done: number[] = []
  const table = await lifetimeValueAsync(many, model, spend, { onProgress: (progress) => done.push(progress.done) })
  expect(table).toEqual(lifetimeValue(many, model, spend))
  expect(done.length).toBeGreaterThan(1)
  expect(done.at(-1)).toBe(done.reduce((most, each) => Math.max(most, each), 0))
  const one = (i: number) => ({
    ...many,
    index: { ids: [i] },
    repeatPurchases: [many.repeatPurchases[i]!],
    activeSpan: [many.activeSpan[i]!],
    age: [1001],
    meanRepeatSpend: [many.meanRepeatSpend[i]!],
  })
  for (const i of [0, 1, 2047, 2048, 4999]) {
    const alone = featureColumn(lifetimeValue(one(i), model, spend), 'lifetimeValue').values[0]
    expect(featureColumn(table, 'lifetimeValue').values[i]).toBe(alone)
  }
})

test.each<[object, object, string]>([
  [{}, { months: 0 }, 'lifetimeValue: months must be at least 1, got 0'],
  [{}, { discountRate: -0.1 }, 'lifetimeValue: discountRate must be at least 0, got -0.1'],
  [{}, { margin: NaN }, 'lifetimeValue: margin must be finite, got NaN'],
  [{}, { monthLength: 0 }, 'lifetimeValue: monthLength must be above 0, got 0'],
  [{ age: [30, 30, 30, 3] }, {}, 'lifetimeValue: histories.age[3] must be at least activeSpan[3] (20), got 3'],
  [{ unit: 'days' }, {}, 'histories.unit must be that of the model, "weeks", got "days"'],
])('refuses %o with %o', (wrong, options, message) => {
  expect(() => lifetimeValue({ ...histories, ...wrong }, purchases, spend, options)).toThrow(message)
})

test('asks for the length of a month where the unit is not known', () => {
  const model = bgNbd(purchases.parameters)
  const { unit: _, ...unknown } = histories
  expect(() => lifetimeValue(unknown, model, spend)).toThrow(
    'lifetimeValue: monthLength must be given, as the unit of the histories is not known, got undefined',
  )
  const table = lifetimeValue(unknown, model, spend, { monthLength: 365.25 / 84 })
  expect(table).toEqual(lifetimeValue(histories, purchases, spend))
})

describe.skipIf(!hasShared)('on real customers', () => {
  test.each(['cdnow', 'onlineRetailII'] as const)('values customers of %s as lifetimes does', (source) => {
    const { bgNbd: bg, gammaGamma: gg } = stored[source].models
    const customers: Record<string, number>[] = stored[source].predictions
    const valued = {
      ...predictedHistories(source),
      index: { ids: customers.map(({ customer }) => customer!) },
      meanRepeatSpend: customers.map(({ averageRepeatSpend }) => averageRepeatSpend!),
    }
    // Months of lifetimes have 4.345 weeks.
    const table = lifetimeValue(valued, bgNbd(bg.parameters), gammaGamma(gg.parameters), { monthLength: 4.345 })
    const got = featureColumn(table, 'lifetimeValue').values
    customers.forEach(({ lifetimeValue12Months }, i) => expect(got[i]! / lifetimeValue12Months!).toBeCloseTo(1, 9))
  })
})
