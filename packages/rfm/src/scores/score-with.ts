import { checkNumber } from '@clientele/core'
import { perMetric, type PerMetric } from '../metrics.js'
import { digitsOf, weightedSum, weightsOf, type ScoreWeights } from './combined-score.js'
import { checkedCuts, type RfmCuts } from './cuts.js'
import { scoresOf } from './scores.js'

/** The scores of one customer. */
export interface RfmScore extends PerMetric<number> {
  /** The three scores one after the other, "434"; parted by dashes where a metric has more than nine bins. */
  readonly digits: string
  /** Their sum, or weighted sum. */
  readonly sum: number
}

/**
 * A function that scores one customer on the scale of given cuts: for whoever comes after the table was made.
 *
 * A score is 1 plus the number of cuts strictly below the value, for recency turned round, as in `rfm`; to score many later
 * customers hand the cuts to `rfm` itself. O(cuts) a customer.
 * @param cuts those of a result of `rfm`, or your own
 * @returns from recency (days), frequency (count) and monetary (money) to scores; throws TypeError or RangeError for a value
 * that is not a finite number
 * @throws TypeError or RangeError for cuts that are not 1 to 99 finite numbers in ascending order for each metric, or a weight
 * that is not a finite number of at least 0
 * @example
 * const score = scoreWith({ recency: [30, 90], frequency: [1, 3], monetary: [50, 200] })
 * score({ recency: 12, frequency: 2, monetary: 340 }) // { recency: 3, frequency: 2, monetary: 3, digits: '323', sum: 8 }
 */
export function scoreWith(
  cuts: RfmCuts,
  { weights }: { readonly weights?: ScoreWeights } = {},
): (values: PerMetric<number>) => RfmScore {
  const borders = perMetric((metric) => checkedCuts('scoreWith', metric, cuts[metric]))
  const bins = perMetric((metric) => borders[metric].length + 1)
  const factors = weightsOf('scoreWith', weights)
  return (values) => {
    const scores = perMetric((metric) => {
      checkNumber('scoreWith', `values.${metric}`, values[metric])
      return scoresOf([values[metric]], borders[metric], metric === 'recency' ? 'lowest' : 'highest')[0]!
    })
    return { ...scores, digits: digitsOf(scores, bins), sum: weightedSum(scores, factors) }
  }
}
