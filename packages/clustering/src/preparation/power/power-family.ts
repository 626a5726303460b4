import type { Steps } from '@clientele/core'
import { Pace } from '../../pace.js'
import type { ColumnChoice, Features } from '../features.js'
import { standardColumn } from '../fit-standard.js'
import { extent } from '../moments.js'
import { columnsInDomain, scalerOfKind, withNames, type KindParameters, type ScalerKind } from '../scaler-kind.js'
import type { Scaler } from '../scaler.js'
import { logsOf, transformed, type SignedLog } from './logs.js'
import { mostLikelyPower, type PowerRange } from './most-likely-power.js'

/** What a power transform learned about one column. */
export interface PowerColumn {
  /** The most likely power λ: 1 keeps the shape of the column, 0 is the logarithm. 1 for a constant column. */
  readonly lambda: number
  /** Mean of the transformed values, which is taken off them; 0 without `standardize`. */
  readonly mean: number
  /**
   * Population standard deviation of the transformed values, by which they are divided; 1 without `standardize`, and for a
   * constant column.
   */
  readonly scale: number
  /** Whether all values were equal: standardized they are zeros. */
  readonly constant: boolean
}

/** How a power transform is fitted. */
export interface PowerOptions extends ColumnChoice {
  /** Whether transformed columns get mean 0 and standard deviation 1; default true. */
  readonly standardize?: boolean
}

/** All that differs between two families of power transforms. */
export interface PowerFamily<K extends string> extends SignedLog {
  readonly kind: K
  readonly power: (value: number, lambda: number) => number
  /** The number whose power is `value`; NaN when there is none. */
  readonly inverse: (value: number, lambda: number) => number
  /** The powers that keep all numbers between `least` and `most` well within the range of numbers. */
  readonly range: (least: number, most: number) => PowerRange
  readonly domain?: ScalerKind<K, PowerColumn>['domain']
}

/** A family as a kind of scaler: its power, then standard scaling. */
export function powerKind<K extends string>({
  kind,
  power,
  inverse,
  domain,
}: PowerFamily<K>): ScalerKind<K, PowerColumn> {
  return {
    kind,
    fields: { lambda: 'number', mean: 'number', scale: 'positive', constant: 'flag' },
    transform:
      ({ lambda, mean, scale }) =>
      (value) =>
        (power(value, lambda) - mean) / scale,
    invert:
      ({ lambda, mean, scale }) =>
      (value) =>
        inverse(value * scale + mean, lambda),
    ...(domain === undefined ? {} : { domain }),
  }
}

/** Finds the most likely power of each chosen column, in the name of `fn`; progress counts columns. */
export function* powerSteps<K extends string>(
  family: PowerFamily<K>,
  fn: string,
  features: Features,
  options: PowerOptions,
): Steps<Scaler<KindParameters<K, PowerColumn>>> {
  const kind = powerKind(family)
  const { names, columns } = columnsInDomain(kind, fn, features, options)
  const pace = new Pace()
  const learned: PowerColumn[] = []
  for (const values of columns) {
    yield { stage: 'powers', done: learned.length, total: columns.length }
    learned.push(yield* powerColumn(family, values, options.standardize ?? true, pace))
  }
  yield { stage: 'powers', done: columns.length, total: columns.length }
  return scalerOfKind(kind, withNames(names, learned))
}

function* powerColumn<K extends string>(
  family: PowerFamily<K>,
  values: Float64Array,
  standardize: boolean,
  pace: Pace,
): Steps<PowerColumn> {
  const { least, most } = extent(values)
  const constant = least === most
  if (constant) return { lambda: 1, mean: standardize ? family.power(least, 1) : 0, scale: 1, constant }
  const logs = yield* logsOf(values, family, pace)
  const lambda = yield* mostLikelyPower(logs, family.range(least, most), pace)
  if (!standardize) return { lambda, mean: 0, scale: 1, constant }
  return { lambda, ...standardColumn(yield* transformed(logs, lambda, pace)) }
}
