import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { bgNbd, ConvergenceError, fitBgNbd, fitBgNbdAsync } from '../../src/index.js'
import { cdnowHistories, predicted, predictedHistories, retailSummary, stored } from './real-histories.js'
import { simulatedHistories } from './simulated-histories.js'

test('finds the parameters that made the histories', () => {
  const truth = { r: 0.8, alpha: 5, a: 0.6, b: 2 }
  const { parameters, fit } = fitBgNbd(simulatedHistories(20_000, truth))
  expect(parameters.r / truth.r).toBeCloseTo(1, 1)
  expect(parameters.alpha / truth.alpha).toBeCloseTo(1, 1)
  expect(parameters.a / (parameters.a + parameters.b)).toBeCloseTo(0.6 / 2.6, 1)
  expect(fit.runs.map(({ converged }) => converged)).toEqual([true, true, true])
})

test('the asynchronous fit is the same, bit for bit, and can be ended', async () => {
  const shop = simulatedHistories(500, { r: 0.8, alpha: 5, a: 0.6, b: 2 })
  const done: number[] = []
  const model = await fitBgNbdAsync(shop, { onProgress: (progress) => done.push(progress.done) })
  expect([model.parameters, model.fit]).toEqual([fitBgNbd(shop).parameters, fitBgNbd(shop).fit])
  expect(done.at(-1)).toBe(3)
  await expect(fitBgNbdAsync(shop, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
})

test('customers who never leave leave a at 0: an error with the best parameters, which make a model', () => {
  const shop = {
    repeatPurchases: [5, 2, 9, 1],
    activeSpan: [10, 10, 10, 10],
    age: [10, 10, 10, 10],
    unit: 'weeks' as const,
  }
  let error: unknown
  try {
    fitBgNbd(shop)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(ConvergenceError)
  expect((error as ConvergenceError).message).toMatch(/^fitBgNbd: the fit must converge \(best parameters found: r /)
  const model = bgNbd((error as ConvergenceError).parameters as any)
  expect(model.probabilityAlive(shop).every((alive) => alive > 0.99)).toBe(true)
})

test('regularization holds what would run to infinity: all customers buy at the same rate', () => {
  const shop = { repeatPurchases: [3, 3, 1, 2], activeSpan: [9, 8, 2, 5], age: [10, 9, 9, 10] }
  expect(() => fitBgNbd(shop)).toThrow(/that runs to infinity/)
  const { fit, parameters } = fitBgNbd(shop, { regularization: 0.01 })
  expect(fit.slope).toBeLessThan(1e-8)
  expect(Math.max(...Object.values(parameters))).toBeLessThan(50)
})

test('a single customer has no maximum', () => {
  expect(() => fitBgNbd({ repeatPurchases: [3], activeSpan: [5], age: [9] })).toThrow(ConvergenceError)
})

test('errors of bad histories are in the name of the fit', () => {
  expect(() => fitBgNbd({ repeatPurchases: [0], activeSpan: [0], age: [0] })).toThrow(
    'fitBgNbd: histories.age must be above 0 for some customer, got 0',
  )
  expect(() => bgNbd({ r: 1, alpha: 1, a: -1, b: 1 })).toThrow('bgNbd: parameters.a must be above 0, got -1')
})

describe.skipIf(!hasShared)('on real histories', () => {
  test('has the published parameters of CDNOW', () => {
    const { parameters, unit } = fitBgNbd(cdnowHistories())
    const rounded = Object.values(parameters).map((value) => Number(value.toFixed(3)))
    expect(rounded).toEqual([0.243, 4.414, 0.793, 2.426])
    expect(unit).toBe('weeks')
  })

  test.each(['cdnow', 'onlineRetailII'])('has the parameters of scipy on %s, from every start', async (source) => {
    const expected = stored[source].models.bgNbd
    const { parameters, fit } = fitBgNbd(source === 'cdnow' ? cdnowHistories() : await retailSummary())
    for (const [name, value] of Object.entries<number>(expected.polishedParameters)) {
      expect(parameters[name as 'r'] / value).toBeCloseTo(1, 5)
    }
    fit.runs.forEach((run) => expect(run.logLikelihood).toBeCloseTo(expected.polishedLogLikelihood, 5))
  })

  test('has the penalized parameters of lifetimes', () => {
    const { penalty, parameters: expected } = stored.cdnow.models.bgNbd.withL2Penalty
    const { parameters } = fitBgNbd(cdnowHistories(), { regularization: penalty })
    for (const [name, value] of Object.entries<number>(expected)) {
      expect(parameters[name as 'r'] / value).toBeCloseTo(1, 5)
    }
  })

  test.each([
    ['cdnow', 39],
    ['onlineRetailII', 13],
  ] as const)('predicts what lifetimes does for customers of %s', (source, weeks) => {
    const model = bgNbd(stored[source].models.bgNbd.parameters, 'weeks')
    const histories = predictedHistories(source)
    const expected = predicted(source, `bgNbdExpectedPurchases${weeks}Weeks`)
    model.expectedPurchases(histories, weeks).forEach((got, i) => expect(got / expected[i]!).toBeCloseTo(1, 9))
    const alive = predicted(source, 'bgNbdProbabilityAlive')
    model.probabilityAlive(histories).forEach((got, i) => expect(got / alive[i]!).toBeCloseTo(1, 9))
  })

  test('predicts what lifetimes does for all of CDNOW, and for new customers', () => {
    const { parameters, sumOfExpectedPurchases39Weeks: sum, expectedPurchasesOfNewCustomer } = stored.cdnow.models.bgNbd
    const model = bgNbd(parameters)
    const all = model.expectedPurchases(cdnowHistories(), 39)
    expect(all.reduce((total, each) => total + each, 0)).toBeCloseTo(sum, 7)
    expectedPurchasesOfNewCustomer.weeks.forEach((week: number, i: number) =>
      expect(model.expectedPurchasesOfNewCustomer(week)).toBeCloseTo(expectedPurchasesOfNewCustomer.expected[i], 10),
    )
  })
})
