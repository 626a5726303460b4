import { checkNumber, quantiles, rangeError } from '@clientele/core'
import type { ColumnChoice, Features } from './features.js'
import { fitKind, kindFrom, type KindParameters, type ScalerKind } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What winsorizing learned about one column. */
export interface WinsorizeColumn {
  /** What smaller values become, in the unit of the column. */
  readonly lower: number
  /** What larger values become, in the unit of the column. */
  readonly upper: number
}

/** Where {@link fitWinsorize} cuts. */
export interface WinsorizeOptions extends ColumnChoice {
  /** Share of the values below the lower cut, from 0; default 0.01. */
  readonly lower?: number
  /** Share of the values below the upper cut, up to 1 and not below `lower`; default 0.99. */
  readonly upper?: number
}

/** What {@link fitWinsorize} learned. */
export type WinsorizeParameters = KindParameters<'winsorize', WinsorizeColumn>

/** value, but not below lower nor above upper. */
export const winsorize: ScalerKind<'winsorize', WinsorizeColumn> = {
  kind: 'winsorize',
  fields: { lower: 'number', upper: { atLeast: 'lower' } },
  transform:
    ({ lower, upper }) =>
    (value) =>
      value < lower ? lower : value > upper ? upper : value,
  invert: () => (value) => value,
}

/**
 * Values beyond two quantiles (type 7) become those quantiles: extreme customers stay at the edge without setting the scale.
 *
 * `invert` gives back what `transform` left, since what was cut cannot be known again. Sorts each column:
 * O(cells × log rows) time, two copies of the cells.
 * @param features a table, or rows of finite numbers within ±1e100
 * @throws RangeError for shares outside [0, 1] or in the wrong order, and as for {@link fitStandard}
 * @see Tukey (1962), "The Future of Data Analysis", The Annals of Mathematical Statistics 33
 * @example fitWinsorize([[1], [2], [3]], { lower: 0, upper: 0.5 }).transform([[0], [9]]).values // Float64Array [1, 2]
 */
export function fitWinsorize(features: Features, options: WinsorizeOptions = {}): Scaler<WinsorizeParameters> {
  const { lower = 0.01, upper = 0.99 } = options
  checkNumber('fitWinsorize', 'lower', lower, { min: 0, max: 1 })
  checkNumber('fitWinsorize', 'upper', upper, { min: 0, max: 1 })
  if (upper < lower) throw rangeError('fitWinsorize', 'upper', `be at least lower (${lower})`, upper)
  return fitKind(winsorize, 'fitWinsorize', features, options, (values) => {
    const [low, high] = quantiles(values, [lower, upper]) as [number, number]
    return { lower: low, upper: high }
  })
}

/**
 * The scaler of {@link fitWinsorize} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example winsorizeFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function winsorizeFrom(parameters: WinsorizeParameters): Scaler<WinsorizeParameters> {
  return kindFrom(winsorize, 'winsorizeFrom', parameters)
}
