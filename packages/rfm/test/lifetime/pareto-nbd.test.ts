import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { paretoNbd, fitParetoNbd, fitParetoNbdAsync } from '../../src/index.js'
import { cdnowHistories, predicted, predictedHistories, retailSummary, stored } from './real-histories.js'
import { simulatedHistories } from './simulated-histories.js'

test('finds the rate of buying of customers who leave as in BG/NBD, too', () => {
  const { parameters, fit } = fitParetoNbd(simulatedHistories(3000, { r: 0.8, alpha: 5, a: 0.6, b: 2 }))
  expect(parameters.r / parameters.alpha).toBeCloseTo(0.16, 1)
  expect(fit.slope).toBeLessThan(1e-8)
})

test('the asynchronous fit is the same, bit for bit', async () => {
  const shop = simulatedHistories(300, { r: 0.8, alpha: 5, a: 0.6, b: 2 })
  expect((await fitParetoNbdAsync(shop)).fit).toEqual(fitParetoNbd(shop).fit)
})

test('errors are in the name of the fit or the model', () => {
  expect(() => fitParetoNbd({ repeatPurchases: [0], activeSpan: [0], age: [5] })).toThrow(
    'fitParetoNbd: histories.repeatPurchases',
  )
  expect(() => paretoNbd({ r: 1, alpha: 1, s: 1, beta: 0 })).toThrow(
    'paretoNbd: parameters.beta must be above 0, got 0',
  )
})

describe.skipIf(!hasShared)('on real histories', () => {
  test('has the published parameters of CDNOW', () => {
    const { parameters, unit } = fitParetoNbd(cdnowHistories())
    const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }
    for (const [name, value] of Object.entries(published)) expect(parameters[name as 'r']).toBeCloseTo(value, 2)
    expect(unit).toBe('weeks')
  })

  test('has the parameters of scipy on CDNOW, from every start', () => {
    const expected = stored.cdnow.models.paretoNbd
    const { parameters, fit } = fitParetoNbd(cdnowHistories())
    for (const [name, value] of Object.entries<number>(expected.polishedParameters)) {
      expect(Math.abs(parameters[name as 'r'] / value - 1)).toBeLessThan(5e-3)
    }
    fit.runs.forEach((run) => expect(run.logLikelihood).toBeGreaterThan(expected.polishedLogLikelihood - 1e-6))
  })

  test('has the parameters of scipy on Online Retail II, where lifetimes stops short', async () => {
    const expected = stored.onlineRetailII.models.paretoNbd
    const { parameters, fit } = fitParetoNbd(await retailSummary())
    for (const [name, value] of Object.entries<number>(expected.parameters)) {
      expect(Math.abs(parameters[name as 'r'] / value - 1)).toBeLessThan(5e-3)
    }
    expect(fit.logLikelihood).toBeGreaterThan(expected.logLikelihood - 1e-6)
  })

  test.each([
    ['cdnow', 39],
    ['onlineRetailII', 13],
  ] as const)('predicts what lifetimes does for customers of %s', (source, weeks) => {
    const model = paretoNbd(stored[source].models.paretoNbd.parameters, 'weeks')
    const histories = predictedHistories(source)
    const expected = predicted(source, `paretoNbdExpectedPurchases${weeks}Weeks`)
    model.expectedPurchases(histories, weeks).forEach((got, i) => expect(got / expected[i]!).toBeCloseTo(1, 7))
    const alive = predicted(source, 'paretoNbdProbabilityAlive')
    model.probabilityAlive(histories).forEach((got, i) => expect(got / alive[i]!).toBeCloseTo(1, 7))
  })

  test('predicts what lifetimes does for all of CDNOW, and for new customers', () => {
    const {
      parameters,
      sumOfExpectedPurchases39Weeks: sum,
      expectedPurchasesOfNewCustomer,
    } = stored.cdnow.models.paretoNbd
    const model = paretoNbd(parameters)
    const all = model.expectedPurchases(cdnowHistories(), 39)
    expect(all.reduce((total, each) => total + each, 0)).toBeCloseTo(sum, 7)
    expectedPurchasesOfNewCustomer.weeks.forEach((week: number, i: number) =>
      expect(model.expectedPurchasesOfNewCustomer(week)).toBeCloseTo(expectedPurchasesOfNewCustomer.expected[i], 10),
    )
  })
})
