import { run, runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import { betaGeometricFormulas, type BetaGeometricParameters } from './beta-geometric-formulas.js'
import { betaGeometricRows, betaGeometricStart } from './beta-geometric-likelihood.js'
import { fitHistories } from './fit-histories.js'
import type { HistoryFitOptions } from './fit-options.js'
import type { PurchaseHistories } from './purchase-histories.js'
import { copyParameters, purchaseModel, type FittedPurchaseModel, type PurchaseModel } from './purchase-model.js'
import type { TimeUnit } from './time-unit.js'

/** Names of the parameters of {@link bgNbd} and {@link mbgNbd}. */
type Names = keyof BetaGeometricParameters

const NAMES = ['r', 'alpha', 'a', 'b'] as const

/**
 * The BG/NBD model with known parameters.
 *
 * Customers buy at random times, each at a rate of their own; after each repeat purchase they leave for good with a chance of their
 * own. A customer without a repeat purchase is therefore alive for certain: {@link mbgNbd} sees that otherwise.
 * @param unit the unit of times; histories of another are refused
 * @throws RangeError when a parameter is not above 0
 * @see Fader, Hardie, Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing
 * Science 24
 * @example
 * const model = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 'weeks')
 * model.probabilityAlive({ repeatPurchases: [2], activeSpan: [30.43], age: [38.86] }) // 0.726
 */
export function bgNbd(parameters: BetaGeometricParameters, unit?: TimeUnit): PurchaseModel<Names> {
  const own = copyParameters('bgNbd', NAMES, parameters)
  return purchaseModel('BG/NBD', own, unit, betaGeometricFormulas(own, 0))
}

/**
 * The BG/NBD model ({@link bgNbd}) of maximum likelihood for some customers.
 *
 * Identical histories are merged. Each of about a hundred evaluations of likelihood and slopes is O(distinct histories).
 * @throws RangeError for a history that cannot be true (it is named), for no customers, or when nobody has bought again
 * @throws ConvergenceError when no maximum is found, with the best parameters and why
 * @example
 * const model = fitBgNbd(purchaseSummary(orders, { asOf: '2011-12-10' }))
 * model.parameters // { r: 0.66, alpha: 9.03, a: 0.11, b: 2.42 }
 */
export function fitBgNbd(histories: PurchaseHistories, options: HistoryFitOptions = {}): FittedPurchaseModel<Names> {
  return run(steps(histories, options))
}

/**
 * {@link fitBgNbd} that lets other work of the thread happen in between; the same result, bit for bit. Progress counts restarts.
 * @example await fitBgNbdAsync(summary, { signal: AbortSignal.timeout(5000) })
 */
export function fitBgNbdAsync(
  histories: PurchaseHistories,
  options: HistoryFitOptions & AsyncOptions = {},
): Promise<FittedPurchaseModel<Names>> {
  return runAsync(steps(histories, options), options)
}

function* steps(histories: PurchaseHistories, options: HistoryFitOptions): Steps<FittedPurchaseModel<Names>> {
  const { parameters, fit } = yield* fitHistories('fitBgNbd', histories, options, {
    names: NAMES,
    times: ['alpha'],
    rows: betaGeometricRows(0),
    start: betaGeometricStart,
  })
  return { ...bgNbd(parameters as Readonly<Record<Names, number>>, histories.unit), fit }
}
