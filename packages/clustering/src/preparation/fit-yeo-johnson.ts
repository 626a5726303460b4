import { run, runAsync, type AsyncOptions } from '@clientele/core'
import type { Features } from './features.js'
import { exponentRange } from './power/exponent-range.js'
import { powerKind, powerSteps, type PowerColumn, type PowerFamily, type PowerOptions } from './power/power-family.js'
import { logOfPower, powerOfLog } from './power/power-of-log.js'
import { kindFrom, type KindParameters } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What {@link fitYeoJohnson} learned. */
export type YeoJohnsonParameters = KindParameters<'yeoJohnson', PowerColumn>

/**
 * e to the power of these can be squared and summed with all its digits: half of the exponents that numbers have. As in
 * scipy.stats.yeojohnson_normmax, so that powers that end at a bound end at the same.
 */
const HIGHEST = (Math.log(Number.MAX_VALUE) + Math.log(Number.EPSILON)) / 2
const LOWEST = (Math.log(2 ** -1022) - Math.log(Number.EPSILON)) / 2

/** How far beyond the data a later value may lie and surely be transformed, as a multiple of the largest size. */
const HEADROOM = 20

/** Box-Cox of 1 + value; below 0 that of 1 − value with power 2 − λ, mirrored. */
const family: PowerFamily<'yeoJohnson'> = {
  kind: 'yeoJohnson',
  power(value, lambda) {
    if (lambda === 1) return value
    return value >= 0 ? powerOfLog(Math.log1p(value), lambda) : -powerOfLog(Math.log1p(-value), 2 - lambda)
  },
  inverse(value, lambda) {
    if (lambda === 1) return value
    return value >= 0 ? Math.expm1(logOfPower(value, lambda)) : -Math.expm1(logOfPower(-value, 2 - lambda))
  },
  log: Math.log1p,
  mirrored: true,
  range(least, most) {
    const { low, high } = exponentRange(Math.log1p(HEADROOM * Math.max(-least, most)), LOWEST, HIGHEST)
    if (least >= 0) return { low, high }
    if (most < 0) return { low: 2 - high, high: 2 - low }
    return { low: Math.max(low, 2 - high), high: Math.min(high, 2 - low) }
  },
}

/** The power, then standard scaling. */
export const yeoJohnson = powerKind(family)

/**
 * Yeo-Johnson power transform: each column is bent until it looks as normal as it can, then standardized. It takes any numbers,
 * also 0 and negative ones, such as the revenue of customers who returned more than they bought.
 *
 * The power λ of each column is the one of maximum likelihood. A power that would take the data out of the range of numbers, as
 * years such as 2011 ask for, is cut where scikit-learn cuts it. A constant column keeps λ = 1 and becomes zeros.
 *
 * Three or four exponentials or logarithms per cell and pass, some five passes; two copies of the cells.
 * @param features a table, or rows of finite numbers within ±1e100
 * @throws RangeError as for {@link fitStandard}
 * @see Yeo and Johnson (2000), "A New Family of Power Transformations to Improve Normality or Symmetry", Biometrika 87
 * @example
 * const scaler = fitYeoJohnson([[1], [2], [4], [8], [16]])
 * scaler.parameters.columns[0].lambda // -0.18
 */
export function fitYeoJohnson(features: Features, options: PowerOptions = {}): Scaler<YeoJohnsonParameters> {
  return run(powerSteps(family, 'fitYeoJohnson', features, options))
}

/**
 * {@link fitYeoJohnson} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts columns. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await fitYeoJohnsonAsync(customers, { signal: AbortSignal.timeout(5000) })
 */
export function fitYeoJohnsonAsync(
  features: Features,
  options: PowerOptions & AsyncOptions = {},
): Promise<Scaler<YeoJohnsonParameters>> {
  return runAsync(powerSteps(family, 'fitYeoJohnson', features, options), options)
}

/**
 * The scaler of {@link fitYeoJohnson} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example yeoJohnsonFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function yeoJohnsonFrom(parameters: YeoJohnsonParameters): Scaler<YeoJohnsonParameters> {
  return kindFrom(yeoJohnson, 'yeoJohnsonFrom', parameters)
}
