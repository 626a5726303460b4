import { run, runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import { fitHistories } from './fit-histories.js'
import type { HistoryFitOptions } from './fit-options.js'
import { paretoFormulas, type ParetoParameters } from './pareto-formulas.js'
import { paretoRows, paretoStart } from './pareto-likelihood.js'
import type { PurchaseHistories } from './purchase-histories.js'
import { copyParameters, purchaseModel, type FittedPurchaseModel, type PurchaseModel } from './purchase-model.js'
import type { TimeUnit } from './time-unit.js'

/** Names of the parameters. */
type Names = keyof ParetoParameters

const NAMES = ['r', 'alpha', 's', 'beta'] as const

/**
 * The Pareto/NBD model with known parameters.
 *
 * Customers buy at random times, each at a rate of their own, and leave for good at a random time, each at a rate of their own,
 * whether they buy or not. The standard that {@link bgNbd} and {@link mbgNbd} come close to at less cost.
 * @param unit the unit of times; histories of another are refused
 * @throws RangeError when a parameter is not above 0
 * @see Schmittlein, Morrison, Colombo (1987), "Counting Your Customers: Who Are They and What Will They Do Next?", Management
 * Science 33
 * @example
 * const model = paretoNbd({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 'weeks')
 * model.probabilityAlive({ repeatPurchases: [0], activeSpan: [0], age: [38.86] }) // 0.295
 */
export function paretoNbd(parameters: ParetoParameters, unit?: TimeUnit): PurchaseModel<Names> {
  const own = copyParameters('paretoNbd', NAMES, parameters)
  return purchaseModel('Pareto/NBD', own, unit, paretoFormulas(own))
}

/**
 * The Pareto/NBD model ({@link paretoNbd}) of maximum likelihood for some customers.
 *
 * Identical histories are merged. Each of about a hundred evaluations of likelihood and slopes is O(distinct histories), at some
 * microseconds each: forty times what {@link fitBgNbd} takes.
 * @throws RangeError for a history that cannot be true (it is named), for no customers, or when nobody has bought again
 * @throws ConvergenceError when no maximum is found, with the best parameters and why
 * @example
 * const model = fitParetoNbd(purchaseSummary(orders, { asOf: '2011-12-10' }))
 * model.parameters // { r: 0.74, alpha: 10.3, s: 0.18, beta: 55.3 }
 */
export function fitParetoNbd(
  histories: PurchaseHistories,
  options: HistoryFitOptions = {},
): FittedPurchaseModel<Names> {
  return run(steps(histories, options))
}

/**
 * {@link fitParetoNbd} that lets other work of the thread happen in between; the same result, bit for bit. Progress counts restarts.
 * @example await fitParetoNbdAsync(summary, { signal: AbortSignal.timeout(5000) })
 */
export function fitParetoNbdAsync(
  histories: PurchaseHistories,
  options: HistoryFitOptions & AsyncOptions = {},
): Promise<FittedPurchaseModel<Names>> {
  return runAsync(steps(histories, options), options)
}

function* steps(histories: PurchaseHistories, options: HistoryFitOptions): Steps<FittedPurchaseModel<Names>> {
  const { parameters, fit } = yield* fitHistories('fitParetoNbd', histories, options, {
    names: NAMES,
    times: ['alpha', 'beta'],
    rows: paretoRows,
    start: paretoStart,
  })
  return { ...paretoNbd(parameters as Readonly<Record<Names, number>>, histories.unit), fit }
}
