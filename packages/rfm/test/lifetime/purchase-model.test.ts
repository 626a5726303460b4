import { expect, test } from 'vitest'
import { bgNbd } from '../../src/index.js'
import { copyParameters, purchaseModel } from '../../src/lifetime/purchase-model.js'

const model = purchaseModel('test', { r: 2 }, 'weeks', {
  alive: (x, t, T) => x + t / T,
  whileAlive: (x, T, horizon) => x * T * horizon,
  ofNew: (horizon) => 3 * horizon,
})
const histories = { repeatPurchases: [1, 2], activeSpan: [1, 2], age: [4, 4] }

test('asks its formulas for each customer', () => {
  expect(model.probabilityAlive(histories)).toEqual(Float64Array.of(1.25, 2.5))
  expect(model.expectedPurchases(histories, 10)).toEqual(Float64Array.of(1.25 * 40, 2.5 * 80))
  expect(model.expectedPurchasesOfNewCustomer(2)).toBe(6)
  expect(model).toMatchObject({ kind: 'test', parameters: { r: 2 }, unit: 'weeks' })
})

test('refuses histories of another unit or that cannot be true, and horizons that are none', () => {
  expect(() => model.probabilityAlive({ ...histories, unit: 'days' })).toThrow(
    'probabilityAlive: histories.unit must be that of the model, "weeks", got "days"',
  )
  expect(() => model.expectedPurchases({ ...histories, age: [0, 4] }, 1)).toThrow(
    'expectedPurchases: histories.age[0] must be at least activeSpan[0] (1), got 0',
  )
  expect(() => model.expectedPurchases(histories, -1)).toThrow('expectedPurchases: horizon must be at least 0, got -1')
  expect(() => model.expectedPurchasesOfNewCustomer(NaN)).toThrow('horizon must be finite, got NaN')
})

test('a model without a unit takes histories of any', () => {
  const any = bgNbd({ r: 1, alpha: 1, a: 1, b: 1 })
  expect(any.probabilityAlive({ ...histories, unit: 'days' })).toEqual(any.probabilityAlive(histories))
})

test('parameters are copied and must be numbers above 0', () => {
  const given = { r: 1, alpha: 2, more: 3 }
  expect(copyParameters('f', ['r', 'alpha'], given)).toEqual({ r: 1, alpha: 2 })
  expect(() => copyParameters('f', ['r'], { r: 0 })).toThrow('f: parameters.r must be above 0, got 0')
  expect(() => copyParameters('f', ['r'], {} as any)).toThrow('f: parameters.r must be a number, got undefined')
  expect(() => copyParameters('f', ['r'], null as any)).toThrow('f: parameters must be an object with r, got null')
})
