import { checkNumber, checkOneOf } from '@clientele/core'
import { METRICS, perMetric, type PerMetric } from '../metrics.js'

/** How much each score counts in their sum; 1 where nothing is said. */
export type ScoreWeights = Partial<PerMetric<number>>

/**
 * A weight for each metric.
 * @throws TypeError or RangeError for a weight that is not a finite number of at least 0, or of something that is no metric
 */
export function weightsOf(fn: string, weights: ScoreWeights = {}): PerMetric<number> {
  for (const name of Object.keys(weights)) checkOneOf(fn, 'a metric of weights', name, METRICS)
  return perMetric((metric) => {
    const weight: unknown = weights[metric] ?? 1
    checkNumber(fn, `weights.${metric}`, weight, { min: 0 })
    return weight
  })
}

/** Scores one after the other, "434"; parted by dashes where one may have two digits. */
export function digitsOf({ recency, frequency, monetary }: PerMetric<number>, bins: PerMetric<number>): string {
  return [recency, frequency, monetary].join(METRICS.some((metric) => bins[metric] > 9) ? '-' : '')
}

/** Sum of scores, each times its weight. */
export function weightedSum(scores: PerMetric<number>, weights: PerMetric<number>): number {
  return METRICS.reduce((sum, metric) => sum + scores[metric] * weights[metric], 0)
}
