import type { ColumnChoice, Features } from './features.js'
import { extent } from './moments.js'
import { fitKind, kindFrom, type KindParameters, type ScalerKind } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What min-max scaling learned about one column. */
export interface MinMaxColumn {
  /** Smallest value, in the unit of the column. */
  readonly min: number
  /** Largest value, in the unit of the column. */
  readonly max: number
  /** Whether both are equal: the column becomes zeros, and another value is told from it in the column's own unit. */
  readonly constant: boolean
}

/** What {@link fitMinMax} learned. */
export type MinMaxParameters = KindParameters<'minMax', MinMaxColumn>

/** (value − min) / (max − min). */
export const minMax: ScalerKind<'minMax', MinMaxColumn> = {
  kind: 'minMax',
  fields: { min: 'number', max: { atLeast: 'min' }, constant: 'flag' },
  transform(column) {
    const { min } = column
    const range = rangeOf(column)
    return (value) => (value - min) / range
  },
  invert(column) {
    const { min } = column
    const range = rangeOf(column)
    return (value) => value * range + min
  },
}

function rangeOf({ min, max }: MinMaxColumn): number {
  return max > min ? max - min : 1
}

/**
 * Each column from 0, its smallest value, to 1, its largest. Later customers may lie outside.
 *
 * O(cells) time, one copy of the cells. One extreme customer sets the scale: {@link fitWinsorize} first, or {@link fitRobust}.
 * @param features a table, or rows of finite numbers within ±1e100
 * @throws RangeError as for {@link fitStandard}
 * @example fitMinMax([[10], [20]]).transform([[15], [25]]).values // Float64Array [0.5, 1.5]
 */
export function fitMinMax(features: Features, options?: ColumnChoice): Scaler<MinMaxParameters> {
  return fitKind(minMax, 'fitMinMax', features, options, (values) => {
    const { least, most } = extent(values)
    return { min: least, max: most, constant: least === most }
  })
}

/**
 * The scaler of {@link fitMinMax} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example minMaxFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function minMaxFrom(parameters: MinMaxParameters): Scaler<MinMaxParameters> {
  return kindFrom(minMax, 'minMaxFrom', parameters)
}
