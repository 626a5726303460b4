import { expect, test } from 'vitest'
import { checkHistories, type PurchaseHistories } from '../../src/lifetime/purchase-histories.js'

const sound = { repeatPurchases: [0, 2], activeSpan: [0, 5], age: [0, 5] }

test('accepts customers of age 0 and customers who bought on the last day', () => {
  expect(() => checkHistories('fit', sound)).not.toThrow()
  expect(() => checkHistories('fit', { ...sound, unit: 'weeks' })).not.toThrow()
})

test.each<[Partial<Record<keyof PurchaseHistories, any>>, string]>([
  [{ age: undefined }, 'fit: histories must have repeatPurchases, activeSpan and age, got an object'],
  [{ unit: 'hours' }, 'fit: histories.unit must be one of "days", "weeks", "months", "years", got "hours"'],
  [{ age: [1] }, 'fit: histories.age.length must be 2, one per customer, got 1'],
  [{ activeSpan: [0] }, 'fit: histories.activeSpan.length must be 2, one per customer, got 1'],
  [{ repeatPurchases: [0, 1.5] }, 'fit: histories.repeatPurchases[1] must be an integer, got 1.5'],
  [{ repeatPurchases: [-1, 2] }, 'fit: histories.repeatPurchases[0] must be at least 0, got -1'],
  [{ repeatPurchases: [NaN, 2] }, 'fit: histories.repeatPurchases[0] must be finite, got NaN'],
  [{ repeatPurchases: ['0', 2] }, 'fit: histories.repeatPurchases[0] must be a number, got "0"'],
  [{ activeSpan: [0, '5'] }, 'fit: histories.activeSpan[1] must be a number, got "5"'],
  [{ activeSpan: [0, NaN] }, 'fit: histories.activeSpan[1] must be finite, got NaN'],
  [{ activeSpan: [0, 0] }, 'fit: histories.activeSpan[1] must be above 0, as there is a repeat purchase, got 0'],
  [{ activeSpan: [3, 5] }, 'fit: histories.activeSpan[0] must be 0, as there is no repeat purchase, got 3'],
  [{ age: [0, 4] }, 'fit: histories.age[1] must be at least activeSpan[1] (5), got 4'],
  [{ age: [0, Infinity] }, 'fit: histories.age[1] must be finite, got Infinity'],
  [{ age: [-2, 5] }, 'fit: histories.age[0] must be at least 0, got -2'],
])('names what cannot be true: %o', (wrong, message) => {
  expect(() => checkHistories('fit', { ...sound, ...wrong })).toThrow(message)
})
