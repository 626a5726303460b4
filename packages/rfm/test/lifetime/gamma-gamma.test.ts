import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { ConvergenceError, fitGammaGamma, fitGammaGammaAsync, gammaGamma, purchaseSummary } from '../../src/index.js'
import { cdnowOrders, predicted, retailSummary, stored } from './real-histories.js'
import { simulatedSpending } from './simulated-histories.js'

const truth = { p: 3, q: 4, v: 20 }
const spending = simulatedSpending(600, truth)
const repeaters = spending.repeatPurchases.filter((x) => x > 0).length

test('finds the parameters that made the spending', () => {
  const { parameters } = fitGammaGamma(simulatedSpending(10_000, truth))
  expect(parameters.p / truth.p).toBeCloseTo(1, 0)
  expect((parameters.p * parameters.v) / (parameters.q - 1) / 20).toBeCloseTo(1, 1)
})

test('without a repeat purchase the mean of all is expected, p v / (q − 1); with many, the own mean', () => {
  const { expectedSpend } = gammaGamma({ p: 6, q: 4, v: 15 })
  const got = expectedSpend({ repeatPurchases: [0, 1, 1_000_000], meanRepeatSpend: [0, 60, 60] })
  expect(got[0]).toBe((6 * 15) / 3)
  expect(got[1]).toBe((6 * (15 + 60)) / 9)
  expect(got[2]).toBeCloseTo(60, 3)
})

test('a mean that is infinite is an error', () => {
  const { expectedSpend } = gammaGamma({ p: 0.25, q: 0.5, v: 15 })
  expect(() => expectedSpend({ repeatPurchases: [4, 2], meanRepeatSpend: [9, 9] })).toThrow(
    'expectedSpend: parameters.q must be above 0.5 for the customer at 1, of 2 repeat purchases: the mean is infinite, got 0.5',
  )
})

test('the currency changes v alone, and the likelihood by its density', () => {
  const inCents = fitGammaGamma({ ...spending, meanRepeatSpend: spending.meanRepeatSpend.map((money) => 100 * money) })
  const { parameters, fit } = fitGammaGamma(spending)
  expect(inCents.parameters.p / parameters.p).toBeCloseTo(1, 6)
  expect(inCents.parameters.v / parameters.v).toBeCloseTo(100, 4)
  expect(inCents.fit.logLikelihood).toBeCloseTo(fit.logLikelihood - repeaters * Math.log(100), 6)
  expect(fit.customers).toBe(repeaters)
})

test('weights stand for customers', () => {
  const twice = (values: readonly number[]) => [...values, ...values]
  const doubled = fitGammaGamma({
    repeatPurchases: twice(spending.repeatPurchases),
    meanRepeatSpend: twice(spending.meanRepeatSpend),
  })
  const weighted = fitGammaGamma(spending, { weights: spending.repeatPurchases.map(() => 2) })
  expect(weighted.fit.customers).toBe(2 * repeaters)
  expect(weighted.fit.correlation).toBeCloseTo(doubled.fit.correlation!, 12)
  expect(weighted.parameters.q / doubled.parameters.q).toBeCloseTo(1, 5)
})

test('customers who all spend the same have no maximum', () => {
  expect(() => fitGammaGamma({ repeatPurchases: [1, 2], meanRepeatSpend: [5, 5] })).toThrow(ConvergenceError)
})

test('the asynchronous fit is the same, bit for bit', async () => {
  expect((await fitGammaGammaAsync(spending)).fit).toEqual(fitGammaGamma(spending).fit)
})

test('errors are in the name of the fit or the model', () => {
  expect(() => fitGammaGamma({ repeatPurchases: [1], meanRepeatSpend: [0] })).toThrow(
    'fitGammaGamma: spending.meanRepeatSpend[0]',
  )
  expect(() => gammaGamma({ p: 1, q: 1, v: 0 })).toThrow('gammaGamma: parameters.v must be above 0, got 0')
  expect(() => gammaGamma({ p: 1, q: 2, v: 3 }).expectedSpend({ repeatPurchases: [1], meanRepeatSpend: [-1] })).toThrow(
    'expectedSpend: spending.meanRepeatSpend[0] must be at least 0, got -1',
  )
})

describe.skipIf(!hasShared)('on real orders', () => {
  test.each(['cdnow', 'onlineRetailII'])('has the parameters of scipy on %s, from every start', async (source) => {
    const expected = stored[source].models.gammaGamma
    const summary =
      source === 'cdnow'
        ? purchaseSummary(cdnowOrders(), { asOf: '1997-09-30T23:59', afterAsOf: 'ignore' })
        : await retailSummary()
    const { parameters, fit } = fitGammaGamma(summary)
    for (const [name, value] of Object.entries<number>(expected.polishedParameters)) {
      expect(parameters[name as 'p'] / value).toBeCloseTo(1, 5)
    }
    fit.runs.forEach((run) => expect(run.logLikelihood).toBeCloseTo(expected.polishedLogLikelihood, 6))
    expect(fit.customers).toBe(expected.customersWithRepeat)
    if (source === 'cdnow') expect(fit.correlation).toBeCloseTo(expected.correlationOfFrequencyAndMonetary, 9)
  })

  test.each(['cdnow', 'onlineRetailII'] as const)('expects of customers of %s what lifetimes does', (source) => {
    const customers: Record<string, number>[] = stored[source].predictions
    const got = gammaGamma(stored[source].models.gammaGamma.parameters).expectedSpend({
      repeatPurchases: customers.map(({ frequency }) => frequency!),
      meanRepeatSpend: customers.map(({ averageRepeatSpend }) => averageRepeatSpend!),
    })
    predicted(source, 'gammaGammaExpectedAverageProfit').forEach((expected, i) =>
      expect(got[i]! / expected).toBeCloseTo(1, 11),
    )
  })
})
