import { featureColumn, type FeatureColumn, type Id } from '@clientele/core'
import { perMetric } from '../metrics.js'
import type { Rfm } from '../rfm.js'
import { digitsOf, weightsOf, weightedSum, type ScoreWeights } from './combined-score.js'

/**
 * The three scores of each customer in one: a new table with the columns `score` (their digits, "434") and `scoreSum` (their
 * sum, or their weighted sum). Earlier columns of these names are replaced.
 *
 * Digits are text, in the order recency, frequency, monetary; where a metric has more than nine bins they are parted by dashes
 * ("10-3-7"). Prospects have "000" and 0. O(customers).
 * @param scored a result of `rfm`
 * @throws TypeError or RangeError for a weight that is not a finite number of at least 0, or of something that is no metric
 * @example rowsOf(combineScores(scored, { weights: { recency: 2 } })) // adds { score: '434', scoreSum: 15 }
 */
export function combineScores<C extends Id = Id>(
  scored: Rfm<C>,
  { weights }: { readonly weights?: ScoreWeights } = {},
): Rfm<C> {
  const factors = weightsOf('combineScores', weights)
  const scores = perMetric((metric) => featureColumn(scored, `${metric}Score`).values)
  const bins = perMetric((metric) => scored.cuts[metric].length + 1)
  const size = scored.index.ids.length
  const sums = new Float64Array(size)
  const values = new Int32Array(size)
  const labels = new Map<string, number>()
  for (let row = 0; row < size; row++) {
    const three = perMetric((metric) => scores[metric][row]!)
    const digits = digitsOf(three, bins)
    if (!labels.has(digits)) labels.set(digits, labels.size)
    values[row] = labels.get(digits)!
    sums[row] = weightedSum(three, factors)
  }
  const added: FeatureColumn[] = [
    { name: 'score', values, labels: [...labels.keys()] },
    { name: 'scoreSum', values: sums },
  ]
  const names = added.map(({ name }) => name)
  return { ...scored, columns: [...scored.columns.filter(({ name }) => !names.includes(name)), ...added] }
}
