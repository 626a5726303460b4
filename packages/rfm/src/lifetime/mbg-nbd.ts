import { run, runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import { betaGeometricFormulas, type BetaGeometricParameters } from './beta-geometric-formulas.js'
import { betaGeometricRows, betaGeometricStart } from './beta-geometric-likelihood.js'
import { fitHistories } from './fit-histories.js'
import type { HistoryFitOptions } from './fit-options.js'
import type { PurchaseHistories } from './purchase-histories.js'
import { copyParameters, purchaseModel, type FittedPurchaseModel, type PurchaseModel } from './purchase-model.js'
import type { TimeUnit } from './time-unit.js'

/** Names of the parameters. */
type Names = keyof BetaGeometricParameters

const NAMES = ['r', 'alpha', 'a', 'b'] as const

/**
 * The MBG/NBD model with known parameters: as {@link bgNbd}, but customers may also leave right after their first purchase, so that
 * who has not come again for long is no longer held to be alive.
 * @param unit the unit of times; histories of another are refused
 * @throws RangeError when a parameter is not above 0
 * @see Batislam, Denizel, Filiztekin (2007), "Empirical Validation and Comparison of Models for Customer Base Analysis",
 * International Journal of Research in Marketing 24
 * @example
 * const model = mbgNbd({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, 'weeks')
 * model.probabilityAlive({ repeatPurchases: [0], activeSpan: [0], age: [38.86] }) // 0.390
 */
export function mbgNbd(parameters: BetaGeometricParameters, unit?: TimeUnit): PurchaseModel<Names> {
  const own = copyParameters('mbgNbd', NAMES, parameters)
  return purchaseModel('MBG/NBD', own, unit, betaGeometricFormulas(own, 1))
}

/**
 * The MBG/NBD model ({@link mbgNbd}) of maximum likelihood for some customers.
 *
 * Identical histories are merged. Each of about a hundred evaluations of likelihood and slopes is O(distinct histories).
 * @throws RangeError for a history that cannot be true (it is named), for no customers, or when nobody has bought again
 * @throws ConvergenceError when no maximum is found, with the best parameters and why
 * @example
 * const model = fitMbgNbd(purchaseSummary(orders, { asOf: '2011-12-10' }))
 * model.parameters // { r: 0.73, alpha: 9.60, a: 0.14, b: 3.23 }
 */
export function fitMbgNbd(histories: PurchaseHistories, options: HistoryFitOptions = {}): FittedPurchaseModel<Names> {
  return run(steps(histories, options))
}

/**
 * {@link fitMbgNbd} that lets other work of the thread happen in between; the same result, bit for bit. Progress counts restarts.
 * @example await fitMbgNbdAsync(summary, { signal: AbortSignal.timeout(5000) })
 */
export function fitMbgNbdAsync(
  histories: PurchaseHistories,
  options: HistoryFitOptions & AsyncOptions = {},
): Promise<FittedPurchaseModel<Names>> {
  return runAsync(steps(histories, options), options)
}

function* steps(histories: PurchaseHistories, options: HistoryFitOptions): Steps<FittedPurchaseModel<Names>> {
  const { parameters, fit } = yield* fitHistories('fitMbgNbd', histories, options, {
    names: NAMES,
    times: ['alpha'],
    rows: betaGeometricRows(1),
    start: betaGeometricStart,
  })
  return { ...mbgNbd(parameters as Readonly<Record<Names, number>>, histories.unit), fit }
}
