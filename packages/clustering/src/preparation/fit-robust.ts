import { quantiles } from '@clientele/core'
import type { ColumnChoice, Features } from './features.js'
import { fitKind, kindFrom, type KindParameters, type ScalerKind } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What robust scaling learned about one column. */
export interface RobustColumn {
  /** Median, in the unit of the column. */
  readonly center: number
  /** Distance between the quartiles, in the unit of the column; 1 where the quartiles are equal. */
  readonly scale: number
  /** Whether the quartiles were equal: then half of the values or more are the median, and the column keeps its unit. */
  readonly constant: boolean
}

/** What {@link fitRobust} learned. */
export type RobustParameters = KindParameters<'robust', RobustColumn>

/** Quartiles closer than this count as equal: over less, the largest cells would leave the range of numbers. */
const NEGLIGIBLE = 1e-200

/** (value − center) / scale. */
export const robust: ScalerKind<'robust', RobustColumn> = {
  kind: 'robust',
  fields: { center: 'number', scale: 'positive', constant: 'flag' },
  transform:
    ({ center, scale }) =>
    (value) =>
      (value - center) / scale,
  invert:
    ({ center, scale }) =>
    (value) =>
      value * scale + center,
}

/**
 * Each column with median 0 and one unit between its quartiles (type 7), so that a few extreme customers do not set the scale.
 *
 * Where the quartiles are equal, as in orders of customers who mostly order once, the column keeps its unit and its parameters
 * say `constant`. Sorts each column: O(cells × log rows) time, two copies of the cells.
 * @param features a table, or rows of finite numbers within ±1e100
 * @throws RangeError as for {@link fitStandard}
 * @example fitRobust([[1], [2], [3], [4], [5000]]).transform([[5]]).values // Float64Array [1]
 */
export function fitRobust(features: Features, options?: ColumnChoice): Scaler<RobustParameters> {
  return fitKind(robust, 'fitRobust', features, options, (values) => {
    const [lower, center, upper] = quantiles(values, [0.25, 0.5, 0.75]) as [number, number, number]
    const constant = upper - lower < NEGLIGIBLE
    return { center, scale: constant ? 1 : upper - lower, constant }
  })
}

/**
 * The scaler of {@link fitRobust} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example robustFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function robustFrom(parameters: RobustParameters): Scaler<RobustParameters> {
  return kindFrom(robust, 'robustFrom', parameters)
}
