import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { mbgNbd, fitMbgNbd, fitMbgNbdAsync } from '../../src/index.js'
import { cdnowHistories, predicted, predictedHistories, retailSummary, stored } from './real-histories.js'
import { simulatedHistories } from './simulated-histories.js'

test('finds the chance to leave that made the histories, also right after the first purchase', () => {
  const truth = { r: 0.8, alpha: 5, a: 0.6, b: 2 }
  const { parameters } = fitMbgNbd(simulatedHistories(20_000, truth, 1 / 7, true))
  expect(parameters.r / parameters.alpha).toBeCloseTo(0.16, 1)
  expect(parameters.a / (parameters.a + parameters.b)).toBeCloseTo(0.6 / 2.6, 1)
})

test('the asynchronous fit is the same, bit for bit', async () => {
  const shop = simulatedHistories(500, { r: 0.8, alpha: 5, a: 0.6, b: 2 }, 1 / 7, true)
  expect((await fitMbgNbdAsync(shop)).fit).toEqual(fitMbgNbd(shop).fit)
})

test('errors are in the name of the fit or the model', () => {
  expect(() => fitMbgNbd({ repeatPurchases: [0], activeSpan: [0], age: [5] })).toThrow(
    'fitMbgNbd: histories.repeatPurchases',
  )
  expect(() => mbgNbd({ r: 1, alpha: 0, a: 1, b: 1 })).toThrow('mbgNbd: parameters.alpha must be above 0, got 0')
})

describe.skipIf(!hasShared)('on real histories', () => {
  test.each(['cdnow', 'onlineRetailII'])('has the parameters of scipy on %s, from every start', async (source) => {
    const expected = stored[source].models.mbgNbd
    const { parameters, fit } = fitMbgNbd(source === 'cdnow' ? cdnowHistories() : await retailSummary())
    for (const [name, value] of Object.entries<number>(expected.polishedParameters)) {
      expect(parameters[name as 'r'] / value).toBeCloseTo(1, 5)
    }
    fit.runs.forEach((run) => expect(run.logLikelihood).toBeCloseTo(expected.polishedLogLikelihood, 5))
  })

  test.each([
    ['cdnow', 39],
    ['onlineRetailII', 13],
  ] as const)('predicts what lifetimes does for customers of %s', (source, weeks) => {
    const model = mbgNbd(stored[source].models.mbgNbd.parameters, 'weeks')
    const histories = predictedHistories(source)
    const expected = predicted(source, `mbgNbdExpectedPurchases${weeks}Weeks`)
    model.expectedPurchases(histories, weeks).forEach((got, i) => expect(got / expected[i]!).toBeCloseTo(1, 9))
    const alive = predicted(source, 'mbgNbdProbabilityAlive')
    model.probabilityAlive(histories).forEach((got, i) => expect(got / alive[i]!).toBeCloseTo(1, 9))
  })

  test('predicts what lifetimes does for all of CDNOW, and for new customers', () => {
    const {
      parameters,
      sumOfExpectedPurchases39Weeks: sum,
      expectedPurchasesOfNewCustomer,
    } = stored.cdnow.models.mbgNbd
    const model = mbgNbd(parameters)
    const all = model.expectedPurchases(cdnowHistories(), 39)
    expect(all.reduce((total, each) => total + each, 0)).toBeCloseTo(sum, 7)
    expectedPurchasesOfNewCustomer.weeks.forEach((week: number, i: number) =>
      expect(model.expectedPurchasesOfNewCustomer(week)).toBeCloseTo(expectedPurchasesOfNewCustomer.expected[i], 10),
    )
  })
})
