import { bgNbd, fitBgNbd } from '@clientele/rfm'
import { expect, test } from 'vitest'
import { simulatedHistories } from '../../src/data/simulated-histories.js'

const { repeatPurchases, activeSpan, age, meanRepeatSpend } = simulatedHistories(20_000).make()
const histories = { repeatPurchases: repeatPurchases!.values, activeSpan: activeSpan!.values, age: age!.values }

test('every history can be true, and who bought again spent something', () => {
  expect(() => bgNbd({ r: 1, alpha: 1, a: 1, b: 1 }).probabilityAlive(histories)).not.toThrow()
  const spend = meanRepeatSpend!.values
  histories.repeatPurchases.forEach((x, i) => expect(spend[i]! > 0).toBe(x > 0))
})

test('the customers buy at about the rate that they were made with', () => {
  const { r, alpha } = fitBgNbd(histories).parameters
  expect(Math.abs(r / alpha / (0.66 / 63) - 1)).toBeLessThan(0.15)
})
