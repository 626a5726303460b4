import { checkAllFinite, checkNumber, rangeError } from './checks.js'
import { placeRanks } from './place-ranks.js'

/**
 * Quantiles by linear interpolation between order statistics (type 7, the default of R, numpy and pandas).
 *
 * Looks for the order statistics that count in a copy: O(n) time for a few probabilities, n numbers of memory.
 * @param values finite numbers, at least one
 * @param probabilities in [0, 1]
 * @returns one quantile per probability, in the unit of `values`
 * @throws RangeError when `values` is empty or not finite, or a probability is outside [0, 1]
 * @see Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50
 * @example quantiles([1, 2, 3, 4], [0.25, 0.5]) // [1.75, 2.5]
 */
export function quantiles(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  if (values.length === 0) throw rangeError('quantiles', 'values.length', 'be at least 1', 0)
  checkAllFinite('quantiles', 'values', values)
  probabilities.forEach((p, i) => checkNumber('quantiles', `probabilities[${i}]`, p, { min: 0, max: 1 }))
  const placed = new Float64Array(values)
  placeRanks(placed, ranksOf(probabilities, values.length))
  return probabilities.map((p) => quantileOfSorted(placed, p))
}

/** The ranks that quantiles lie on or between, ascending. */
function ranksOf(probabilities: readonly number[], n: number): number[] {
  const below = probabilities.map((p) => Math.floor(p * (n - 1)))
  const ranks = new Set(below.flatMap((rank) => [rank, Math.min(rank + 1, n - 1)]))
  return [...ranks].sort((a, b) => a - b)
}

/**
 * One type 7 quantile of numbers that are already sorted ascending. O(1): order and finiteness are the caller's to keep.
 * @throws RangeError when there is no number, or the probability is outside [0, 1]
 * @example quantileOfSorted([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) throw rangeError('quantileOfSorted', 'sorted.length', 'be at least 1', 0)
  checkNumber('quantileOfSorted', 'probability', probability, { min: 0, max: 1 })
  const position = probability * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below]!
  const fraction = position - below
  return fraction === 0 ? low : low + fraction * (sorted[below + 1]! - low)
}
