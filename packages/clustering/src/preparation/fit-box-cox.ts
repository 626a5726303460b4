import { run, runAsync, type AsyncOptions } from '@clientele/core'
import type { Features } from './features.js'
import { exponentRange } from './power/exponent-range.js'
import { powerKind, powerSteps, type PowerColumn, type PowerFamily, type PowerOptions } from './power/power-family.js'
import { logOfPower, powerOfLog } from './power/power-of-log.js'
import { kindFrom, type KindParameters } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What {@link fitBoxCox} learned. */
export type BoxCoxParameters = KindParameters<'boxCox', PowerColumn>

/** e to the power of this or less its opposite can be summed over any data. */
const HIGHEST = 600

/** (value^λ − 1) / λ, and the logarithm at λ = 0. */
const family: PowerFamily<'boxCox'> = {
  kind: 'boxCox',
  power: (value, lambda) => (lambda === 1 ? value - 1 : powerOfLog(Math.log(value), lambda)),
  inverse: (value, lambda) => (lambda === 1 ? value + 1 : Math.exp(logOfPower(value, lambda))),
  log: Math.log,
  mirrored: false,
  range: (least, most) => exponentRange(Math.max(-Math.log(least), Math.log(most)), -HIGHEST, HIGHEST),
  domain: { includes: (value) => value > 0, rule: 'be above 0' },
}

/** The power, then standard scaling. */
export const boxCox = powerKind(family)

/**
 * Box-Cox power transform: each column of positive numbers is bent until it looks as normal as it can, then standardized.
 * {@link fitYeoJohnson} does the same for columns with 0 or negative numbers.
 *
 * The power λ of each column is the one of maximum likelihood. A constant column keeps λ = 1 and becomes zeros. Cost as for
 * {@link fitYeoJohnson}.
 * @param features a table, or rows of numbers above 0, up to 1e100
 * @throws RangeError for a cell of 0 or less (named), and as for {@link fitStandard}
 * @see Box and Cox (1964), "An Analysis of Transformations", Journal of the Royal Statistical Society, Series B 26
 * @example fitBoxCox([[1], [2], [4], [8], [16]]).parameters.columns[0].lambda // 0: the logarithm
 */
export function fitBoxCox(features: Features, options: PowerOptions = {}): Scaler<BoxCoxParameters> {
  return run(powerSteps(family, 'fitBoxCox', features, options))
}

/**
 * {@link fitBoxCox} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts columns. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await fitBoxCoxAsync(customers, { signal: AbortSignal.timeout(5000) })
 */
export function fitBoxCoxAsync(
  features: Features,
  options: PowerOptions & AsyncOptions = {},
): Promise<Scaler<BoxCoxParameters>> {
  return runAsync(powerSteps(family, 'fitBoxCox', features, options), options)
}

/**
 * The scaler of {@link fitBoxCox} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example boxCoxFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function boxCoxFrom(parameters: BoxCoxParameters): Scaler<BoxCoxParameters> {
  return kindFrom(boxCox, 'boxCoxFrom', parameters)
}
