import { checkInteger, checkNumber, quantiles, typeError } from '@clientele/core'
import { perMetric, type PerMetric } from './metrics.js'

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

/** Borders that split the customers into `bins` groups of equal size, as far as equal values allow. O(n log n). */
export function quantileCuts(measured: PerMetric<ArrayLike<number>>, bins: number): RfmCuts {
  const probabilities = Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins)
  return perMetric((metric) => quantiles(measured[metric], probabilities))
}

/**
 * A copy of cuts that a caller gives.
 * @throws TypeError or RangeError unless each metric has 1 to 99 finite cuts in ascending order
 */
export function copyCuts(cuts: RfmCuts): RfmCuts {
  return perMetric((metric) => {
    const name = `cuts.${metric}`
    const list: unknown = cuts[metric]
    if (!Array.isArray(list)) throw typeError('rfm', name, 'be an array of numbers', list)
    checkInteger('rfm', `${name}.length`, list.length, { min: 1, max: 99 })
    let min = -Infinity
    return list.map((cut: unknown, i) => {
      checkNumber('rfm', `${name}[${i}]`, cut, { min })
      return (min = cut)
    })
  })
}
