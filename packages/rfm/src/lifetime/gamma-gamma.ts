import { rangeError, run, runAsync, type AsyncOptions, type Progress, type Steps } from '@clientele/core'
import { bestFit } from './best-fit.js'
import { resolveFitOptions, type Fit, type HistoryFitOptions } from './fit-options.js'
import { addSpenders } from './gamma-gamma-likelihood.js'
import { copyParameters } from './purchase-model.js'
import { checkSpending, type SpendHistories } from './spend-histories.js'
import { gatherSpenders } from './spenders.js'

/** Parameters of {@link gammaGamma}. */
export interface GammaGammaParameters {
  /** Shape of the gamma distribution of a customer's purchases. */
  readonly p: number
  /** Shape of the gamma distribution of the rates of these distributions. */
  readonly q: number
  /** Rate of that distribution, in money: p × v ÷ (q − 1) is the mean spend of all customers. */
  readonly v: number
}

/** A model of what customers spend per purchase; immutable. */
export interface SpendModel {
  /** The model: "Gamma-Gamma". */
  readonly kind: string
  /** The parameters by name, all there is to keep. */
  readonly parameters: GammaGammaParameters
  /**
   * Money that each customer is expected to spend per purchase: between the customer's own mean and that of all, nearer to the own
   * the more purchases there were. O(customers).
   * @throws RangeError when a figure cannot be true, or the mean is infinite (q is not above 1 and a customer has no repeat purchase)
   * @example spend.expectedSpend(summary)
   */
  readonly expectedSpend: (spending: SpendHistories) => Float64Array
}

/** How a fit of spend went. */
export interface SpendFit extends Fit {
  /**
   * Correlation of repeat purchases and mean spend. The model takes it to be 0: far from it (beyond about 0.3), who buys often spends
   * differently, and values are off. `undefined` where one of them is the same for all.
   */
  readonly correlation: number | undefined
}

/** A spend model with parameters from data. */
export interface FittedSpendModel extends SpendModel {
  /** How the fit went. */
  readonly fit: SpendFit
}

const NAMES = ['p', 'q', 'v'] as const

/**
 * The Gamma-Gamma model with known parameters.
 *
 * A customer's purchases vary around a mean of the customer's own, and these means vary between customers, whatever the number of
 * purchases.
 * @throws RangeError when a parameter is not above 0
 * @see Fader, Hardie (2013), "The Gamma-Gamma Model of Monetary Value"
 * @example gammaGamma({ p: 6.25, q: 3.74, v: 15.44 }).expectedSpend({ repeatPurchases: [2], meanRepeatSpend: [20] }) // [22.8]
 */
export function gammaGamma(parameters: GammaGammaParameters): SpendModel {
  const own = copyParameters('gammaGamma', NAMES, parameters)
  const { p, q, v } = own
  return {
    kind: 'Gamma-Gamma',
    parameters: own,
    expectedSpend(spending) {
      checkSpending('expectedSpend', spending)
      return Float64Array.from({ length: spending.repeatPurchases.length }, (_, i) => {
        const x = spending.repeatPurchases[i]!
        if (p * x + q > 1) return (p * (v + (x === 0 ? 0 : x * spending.meanRepeatSpend[i]!))) / (p * x + q - 1)
        const of = `for the customer at ${i}, of ${x} repeat purchases`
        throw rangeError('expectedSpend', 'parameters.q', `be above ${1 - p * x} ${of}: the mean is infinite`, q)
      })
    },
  }
}

/**
 * The Gamma-Gamma model ({@link gammaGamma}) of maximum likelihood, for the customers with repeat purchases; others say nothing of
 * what a repeat purchase brings, and `fit.customers` does not count them.
 *
 * Each of about a hundred evaluations of likelihood and slopes is O(customers with repeat purchases).
 * @throws RangeError for a figure that cannot be true (it is named), a repeat customer who spent nothing, or when there is none
 * @throws ConvergenceError when no maximum is found, with the best parameters and why
 * @example fitGammaGamma(purchaseSummary(orders, { asOf: '2011-12-10' })).parameters // { p: 2.13, q: 3.53, v: 487 }
 */
export function fitGammaGamma(spending: SpendHistories, options: HistoryFitOptions = {}): FittedSpendModel {
  return run(steps(spending, options))
}

/**
 * {@link fitGammaGamma} that lets other work of the thread happen in between; the same result, bit for bit. Progress counts restarts.
 * @example await fitGammaGammaAsync(summary, { signal: AbortSignal.timeout(5000) })
 */
export function fitGammaGammaAsync(
  spending: SpendHistories,
  options: HistoryFitOptions & AsyncOptions = {},
): Promise<FittedSpendModel> {
  return runAsync(steps(spending, options), options)
}

function* steps(spending: SpendHistories, options: HistoryFitOptions): Steps<FittedSpendModel> {
  const resolved = resolveFitOptions('fitGammaGamma', options)
  const spenders = gatherSpenders('fitGammaGamma', spending, options.weights)
  const { unit, customers, correlation } = spenders
  const problem = {
    names: NAMES,
    scales: [1, 1, unit],
    // A mean spend of 1, which money is counted in.
    start: [2, 3, 1],
    customers,
    // Each mean spend has a density by money.
    scaling: customers * Math.log(unit),
    *meanLikelihood(parameters: Float64Array, slopes: Float64Array, progress: Progress) {
      const sums = new Float64Array(4)
      for (const level of spenders.levels) {
        addSpenders(spenders, level, parameters, sums)
        yield progress
      }
      slopes.forEach((_, i) => (slopes[i] = sums[i + 1]! / customers))
      return sums[0]! / customers
    },
  }
  const { parameters, fit } = yield* bestFit('fitGammaGamma', problem, resolved)
  return { ...gammaGamma(parameters as unknown as GammaGammaParameters), fit: { ...fit, correlation } }
}
