import { checkInteger } from '@clientele/core'
import { perMetric, type PerMetric } from '../metrics.js'

/**
 * Number of scores of each metric, from one number for all or one for each.
 * @throws TypeError or RangeError unless it is an integer from 2 to 100
 */
export function binsOf(fn: string, bins: number | PerMetric<number>): PerMetric<number> {
  return perMetric((metric) => {
    const size: unknown = typeof bins === 'object' ? bins[metric] : bins
    checkInteger(fn, typeof bins === 'object' ? `bins.${metric}` : 'bins', size, { min: 2, max: 100 })
    return size
  })
}
