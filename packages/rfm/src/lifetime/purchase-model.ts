import { checkNumber, rangeError, typeError } from '@clientele/core'
import type { Fit } from './fit-options.js'
import { checkHistories, type PurchaseHistories } from './purchase-histories.js'
import type { TimeUnit } from './time-unit.js'

/**
 * A model of when customers buy and when they leave for good; immutable. Its `parameters` are all there is to keep: the function of
 * its name makes the model of them again.
 */
export interface PurchaseModel<P extends string = string> {
  /** The model: "BG/NBD", "MBG/NBD", "Pareto/NBD". */
  readonly kind: string
  /** The parameters by name; those that are times in the unit of the histories that were fitted. */
  readonly parameters: Readonly<Record<P, number>>
  /** The unit of times, if it is known; histories of another unit are refused. */
  readonly unit: TimeUnit | undefined
  /**
   * Purchases that each customer is expected to make in the time after the end of observation. O(customers × (40 × (1 + horizon ÷
   * age) + purchases expected)) in BG/NBD and MBG/NBD, O(customers) in Pareto/NBD.
   * @param horizon in the unit of the histories, at least 0
   * @throws RangeError when a history cannot be true, is of another unit, or the horizon is too long to compute
   * @example model.expectedPurchases(summary, 13)
   */
  readonly expectedPurchases: (histories: PurchaseHistories, horizon: number) => Float64Array
  /**
   * The probability that each customer has not left by the end of observation. O(customers).
   * @throws RangeError when a history cannot be true or is of another unit
   * @example model.probabilityAlive(summary)
   */
  readonly probabilityAlive: (histories: PurchaseHistories) => Float64Array
  /**
   * Purchases that a customer is expected to make in the time after the first purchase, that one not counted.
   * @param horizon in the unit of the histories, at least 0
   * @example model.expectedPurchasesOfNewCustomer(52)
   */
  readonly expectedPurchasesOfNewCustomer: (horizon: number) => number
}

/** A model with parameters from data, and how it came to them. */
export interface FittedPurchaseModel<P extends string = string> extends PurchaseModel<P> {
  /** How the fit went. */
  readonly fit: Fit
}

/** What makes models different, for one customer: with x purchases, the last at t, and the age T. */
export interface PurchaseFormulas {
  /** Probability of being alive at T. */
  alive(x: number, t: number, T: number): number
  /** Purchases in the time after T, given that the customer is alive then. */
  whileAlive(x: number, T: number, horizon: number): number
  /** Purchases of a new customer. */
  ofNew(horizon: number): number
}

/** The model of some formulas: checks its arguments and asks them for each customer. */
export function purchaseModel<P extends string>(
  kind: string,
  parameters: Readonly<Record<P, number>>,
  unit: TimeUnit | undefined,
  { alive, whileAlive, ofNew }: PurchaseFormulas,
): PurchaseModel<P> {
  const each = (fn: string, histories: PurchaseHistories, value: (x: number, t: number, T: number) => number) => {
    checkHistories(fn, histories)
    if (unit !== undefined && histories.unit !== undefined && histories.unit !== unit) {
      throw rangeError(fn, 'histories.unit', `be that of the model, ${JSON.stringify(unit)}`, histories.unit)
    }
    const { repeatPurchases, activeSpan, age } = histories
    return Float64Array.from({ length: age.length }, (_, i) => value(repeatPurchases[i]!, activeSpan[i]!, age[i]!))
  }
  return {
    kind,
    parameters,
    unit,
    expectedPurchases(histories, horizon) {
      checkNumber('expectedPurchases', 'horizon', horizon, { min: 0 })
      return each('expectedPurchases', histories, (x, t, T) => alive(x, t, T) * whileAlive(x, T, horizon))
    },
    probabilityAlive: (histories) => each('probabilityAlive', histories, alive),
    expectedPurchasesOfNewCustomer(horizon) {
      checkNumber('expectedPurchasesOfNewCustomer', 'horizon', horizon, { min: 0 })
      return ofNew(horizon)
    },
  }
}

/**
 * A copy of parameters that a caller gives.
 * @throws TypeError or RangeError unless each name has a finite number above 0
 */
export function copyParameters<P extends string>(
  fn: string,
  names: readonly P[],
  parameters: Readonly<Record<P, number>>,
): Readonly<Record<P, number>> {
  if (typeof parameters !== 'object' || parameters === null) {
    throw typeError(fn, 'parameters', `be an object with ${names.join(', ')}`, parameters)
  }
  const entries = names.map((name) => {
    checkNumber(fn, `parameters.${name}`, parameters[name])
    if (parameters[name] <= 0) throw rangeError(fn, `parameters.${name}`, 'be above 0', parameters[name])
    return [name, parameters[name]] as const
  })
  return Object.fromEntries(entries) as Readonly<Record<P, number>>
}
