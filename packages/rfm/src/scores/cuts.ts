import {
  checkAllFinite,
  checkInteger,
  checkNumber,
  checkOneOf,
  quantiles,
  rangeError,
  typeError,
} from '@clientele/core'
import { METRICS, perMetric, type Metric, type PerMetric } from '../metrics.js'

/**
 * The borders between scores, ascending, in the unit of each metric (days, count, money): one fewer than there are scores.
 * Equal neighbours leave the score between them empty.
 */
export interface RfmCuts {
  /** In days: from the lowest, the border of the best score. */
  readonly recency: readonly number[]
  /** In orders, days or lines, whichever frequency counts. */
  readonly frequency: readonly number[]
  /** In the currency of the orders. */
  readonly monetary: readonly number[]
}

/**
 * A way to cut the values of a metric: {@link quantileCuts}, `kmeansCuts` or a function of your own.
 * @param values one per customer, finite, at least one
 * @param bins number of scores
 * @returns `bins - 1` cuts, ascending
 */
export type CutMethod = (values: ArrayLike<number>, bins: number) => readonly number[]

/**
 * Borders that split values into `bins` groups of equal size, as far as equal values allow: quantiles of type 7.
 *
 * O(n) time for a few bins, n numbers of memory.
 * @throws RangeError when there is no value, one is not finite, or the number of bins is out of range
 * @example quantileCuts([1, 2, 3, 4, 5], 4) // [2, 3, 4]
 */
export function quantileCuts(values: ArrayLike<number>, bins: number): readonly number[] {
  checkCuttable('quantileCuts', values, bins)
  return quantiles(
    values,
    Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins),
  )
}

/**
 * Throws unless there are values to cut, all finite, and from 2 to 100 bins.
 * @throws TypeError or RangeError that names what is wrong
 */
export function checkCuttable(fn: string, values: ArrayLike<number>, bins: number): void {
  if (values.length === 0) throw rangeError(fn, 'values.length', 'be at least 1', 0)
  checkAllFinite(fn, 'values', values)
  checkInteger(fn, 'bins', bins, { min: 2, max: 100 })
}

/** How {@link chooseCuts} finds the borders; the options of these names in `rfm` explain them. */
export interface CutOptions {
  readonly bins?: number | Partial<PerMetric<number>>
  readonly cuts?: CutMethod | Partial<PerMetric<CutMethod | readonly number[]>>
}

/**
 * The cuts of each metric: copies of those given, and the others computed from the customers' values.
 * @throws TypeError or RangeError unless each metric has 2 to 100 bins, or 1 to 99 finite cuts in ascending order
 */
export function chooseCuts(measured: PerMetric<ArrayLike<number>>, { bins, cuts = quantileCuts }: CutOptions): RfmCuts {
  const binsOf = forEach('bins', bins)
  const cutsOf = forEach('cuts', cuts)
  const isFixed = (metric: Metric) => typeof cutsOf[metric] === 'object'
  if (typeof bins === 'number' && METRICS.every(isFixed)) throw needless('bins', bins)
  return perMetric((metric) => {
    const count = binsOf[metric]
    const name = typeof bins === 'object' ? `bins.${metric}` : 'bins'
    if (count !== undefined) checkInteger('rfm', name, count, { min: 2, max: 100 })
    const given = metric in cutsOf ? cutsOf[metric] : quantileCuts
    if (typeof given === 'function') return checkedCuts('rfm', metric, given(measured[metric], count ?? 5))
    if (typeof bins === 'object' && count !== undefined) throw needless(name, count)
    return checkedCuts('rfm', metric, given)
  })
}

function needless(name: string, bins: number): RangeError {
  return rangeError('rfm', name, 'be left out when cuts are given', bins)
}

/** One value for all metrics, or one for each that is named. */
function forEach<T>(option: string, value: T | Partial<PerMetric<T>>): Partial<PerMetric<T>> {
  if (typeof value !== 'object' || value === null) return perMetric(() => value)
  for (const name of Object.keys(value)) checkOneOf('rfm', `a metric of ${option}`, name, METRICS)
  return value
}

/**
 * A copy of the cuts of a metric.
 * @throws TypeError or RangeError unless they are 1 to 99 finite numbers in ascending order
 */
export function checkedCuts(fn: string, metric: Metric, list: unknown): number[] {
  const name = `cuts.${metric}`
  if (!Array.isArray(list)) throw typeError(fn, name, 'be an array of numbers', list)
  checkInteger(fn, `${name}.length`, list.length, { min: 1, max: 99 })
  let min = -Infinity
  return list.map((cut: unknown, i) => {
    checkNumber(fn, `${name}[${i}]`, cut, { min })
    return (min = cut)
  })
}
