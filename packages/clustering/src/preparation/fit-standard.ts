import { moments } from './moments.js'
import type { ColumnChoice, Features } from './features.js'
import { fitKind, kindFrom, type KindParameters, type ScalerKind } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What standard scaling learned about one column. */
export interface StandardColumn {
  /** Mean, in the unit of the column. */
  readonly mean: number
  /** Population standard deviation (divided by n), in the unit of the column; 1 for a constant column. */
  readonly scale: number
  /** Whether all values were equal: they are zeros once transformed, and tell nothing apart. */
  readonly constant: boolean
}

/** What {@link fitStandard} learned. */
export type StandardParameters = KindParameters<'standard', StandardColumn>

/** (value − mean) / scale. */
export const standard: ScalerKind<'standard', StandardColumn> = {
  kind: 'standard',
  fields: { mean: 'number', scale: 'positive', constant: 'flag' },
  transform:
    ({ mean, scale }) =>
    (value) =>
      (value - mean) / scale,
  invert:
    ({ mean, scale }) =>
    (value) =>
      value * scale + mean,
}

/**
 * Standard scores: each column with mean 0 and standard deviation 1, so that all weigh the same in a distance.
 *
 * A constant column becomes zeros, and its parameters say `constant`; another value of a later customer is then told from it
 * in the column's own unit. O(cells) time, one copy of the cells.
 * @param features a table, or rows of finite numbers within ±1e100
 * @throws RangeError for a cell that is not such a number (named), ragged rows, no rows or columns, a column that is unknown,
 * named twice or has labels
 * @example
 * const scaler = fitStandard([[1, 7], [3, 7]])
 * scaler.transform([[5, 7]]).values // Float64Array [3, 0]
 * scaler.parameters.columns // [{ mean: 2, scale: 1, constant: false }, { mean: 7, scale: 1, constant: true }]
 */
export function fitStandard(features: Features, options?: ColumnChoice): Scaler<StandardParameters> {
  return fitKind(standard, 'fitStandard', features, options, standardColumn)
}

/** Mean and deviation of a column, to be divided by. */
export function standardColumn(values: Float64Array): StandardColumn {
  const { mean, deviation } = moments(values)
  const constant = deviation === 0
  return { mean, scale: constant ? 1 : deviation, constant }
}

/**
 * The scaler of {@link fitStandard} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged: another kind, or a number that is missing or impossible
 * @example standardFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function standardFrom(parameters: StandardParameters): Scaler<StandardParameters> {
  return kindFrom(standard, 'standardFrom', parameters)
}
