import { checkLength, checkNonNegative, rangeError, type Steps } from '@clientele/core'
import { bestFit, type BestFit } from './best-fit.js'
import { resolveFitOptions, type HistoryFitOptions } from './fit-options.js'
import type { HistoryLikelihood } from './history-likelihood.js'
import { mergeHistories, type MergedHistories } from './merge-histories.js'
import { checkHistories, type PurchaseHistories } from './purchase-histories.js'

/** Rows between two moments at which the thread may do other work: about a millisecond. */
const BLOCK = 8192

/** More purchases than days in three thousand years are no purchases but a wrong column. */
const MOST = 1_000_000

/**
 * Fits a model to purchase histories by maximum likelihood, identical ones merged.
 *
 * Time is counted in the longest age meanwhile, so that the unit makes no difference. Each evaluation of the likelihood is
 * O(distinct histories + most purchases of a customer).
 * @throws RangeError for histories that cannot be true, no customers, no time or no repeat purchase at all
 * @throws ConvergenceError when no maximum is found
 */
export function* fitHistories(
  fn: string,
  histories: PurchaseHistories,
  options: HistoryFitOptions,
  likelihood: HistoryLikelihood,
): Steps<BestFit> {
  const resolved = resolveFitOptions(fn, options)
  checkHistories(fn, histories)
  checkWeights(fn, histories, options.weights)
  const longest = largest(histories.age)
  const merged = inUnitOf(longest, mergeHistories(histories, options.weights))
  const { weights, repeatPurchases } = merged
  const most = largest(repeatPurchases)
  const customers = weights.reduce((sum, weight) => sum + weight, 0)
  const purchases = weights.reduce((sum, weight, row) => sum + weight * repeatPurchases[row]!, 0)
  if (histories.age.length === 0) throw rangeError(fn, 'histories', 'have at least one customer', 0)
  if (longest === 0) throw rangeError(fn, 'histories.age', 'be above 0 for some customer', 0)
  if (purchases === 0) throw rangeError(fn, 'histories.repeatPurchases', 'be above 0 for some customer that counts', 0)
  if (most > MOST) throw rangeError(fn, 'histories.repeatPurchases', `be at most ${MOST}`, most)
  const prepare = likelihood.rows(merged, most)
  return yield* bestFit(
    fn,
    {
      names: likelihood.names,
      scales: likelihood.names.map((name) => (likelihood.times.includes(name) ? longest : 1)),
      start: likelihood.start(merged),
      customers,
      // Each purchase has a density by time.
      scaling: purchases * Math.log(longest),
      *meanLikelihood(parameters, slopes, progress) {
        const addRows = prepare(parameters)
        const sums = new Float64Array(parameters.length + 1)
        for (let from = 0; from < weights.length; from += BLOCK) {
          const to = Math.min(from + BLOCK, weights.length)
          addRows(from, to, sums)
          if (to < weights.length) yield progress
        }
        slopes.forEach((_, i) => (slopes[i] = sums[i + 1]! / customers))
        return sums[0]! / customers
      },
    },
    resolved,
  )
}

function checkWeights(fn: string, { age }: PurchaseHistories, weights: ArrayLike<number> | undefined): void {
  if (weights === undefined) return
  checkLength(fn, 'weights', weights, age.length, 'customer')
  checkNonNegative(fn, 'weights', weights)
}

function inUnitOf(longest: number, merged: MergedHistories): MergedHistories {
  const scaled = (times: Float64Array) => times.map((time) => time / longest)
  return { ...merged, activeSpan: scaled(merged.activeSpan), age: scaled(merged.age) }
}

function largest(values: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!)
  return most
}
