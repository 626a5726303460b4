import { expect, test } from 'vitest'
import { checkSpending } from '../../src/lifetime/spend-histories.js'

const sound = { repeatPurchases: [0, 2], meanRepeatSpend: [0, 5] }

test('accepts customers without a repeat purchase', () => {
  expect(() => checkSpending('fit', sound)).not.toThrow()
})

test.each<[any, string]>([
  [{ meanRepeatSpend: undefined }, 'fit: spending must have repeatPurchases and meanRepeatSpend, got an object'],
  [{ meanRepeatSpend: [1] }, 'fit: spending.meanRepeatSpend.length must be 2, one per customer, got 1'],
  [{ repeatPurchases: [0, 0.5] }, 'fit: spending.repeatPurchases[1] must be an integer, got 0.5'],
  [{ repeatPurchases: [-1, 0] }, 'fit: spending.repeatPurchases[0] must be at least 0, got -1'],
  [{ meanRepeatSpend: [0, NaN] }, 'fit: spending.meanRepeatSpend[1] must be finite, got NaN'],
  [{ meanRepeatSpend: [0, -5] }, 'fit: spending.meanRepeatSpend[1] must be at least 0, got -5'],
  [{ meanRepeatSpend: ['5', 5] }, 'fit: spending.meanRepeatSpend[0] must be a number, got "5"'],
])('names what cannot be true: %o', (wrong, message) => {
  expect(() => checkSpending('fit', { ...sound, ...wrong })).toThrow(message)
})
