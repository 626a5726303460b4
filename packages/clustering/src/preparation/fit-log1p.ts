import type { ColumnChoice, Features } from './features.js'
import { fitKind, kindFrom, type KindParameters, type ScalerKind } from './scaler-kind.js'
import type { Scaler } from './scaler.js'

/** What {@link fitLog1p} keeps: only which columns it is about. */
export type Log1pParameters = KindParameters<'log1p', object>

/** log(1 + value). */
export const log1p: ScalerKind<'log1p', object> = {
  kind: 'log1p',
  fields: {},
  transform: () => Math.log1p,
  invert: () => Math.expm1,
  domain: { includes: (value) => value > -1, rule: 'be above -1' },
}

/**
 * log(1 + value): long tails, such as those of orders and revenue, become short, and 0 stays 0.
 *
 * Learns nothing but the names of the columns, and checks that the data can be transformed. O(cells) time, one copy of the
 * cells.
 * @param features a table, or rows of finite numbers above -1
 * @throws RangeError for a cell of -1 or less (named), and as for {@link fitStandard}
 * @example fitLog1p(customers, { columns: ['frequency', 'monetary'] }).transform(customers)
 */
export function fitLog1p(features: Features, options?: ColumnChoice): Scaler<Log1pParameters> {
  return fitKind(log1p, 'fitLog1p', features, options, () => ({}))
}

/**
 * The scaler of {@link fitLog1p} again, from its parameters.
 * @throws RangeError or TypeError when they are damaged
 * @example log1pFrom(JSON.parse(stored)).transform(laterCustomers)
 */
export function log1pFrom(parameters: Log1pParameters): Scaler<Log1pParameters> {
  return kindFrom(log1p, 'log1pFrom', parameters)
}
