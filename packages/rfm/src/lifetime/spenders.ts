import { checkLength, checkNonNegative, rangeError } from '@clientele/core'
import type { SpenderLevel, Spenders } from './gamma-gamma-likelihood.js'
import { checkSpending, type SpendHistories } from './spend-histories.js'

/** Most customers of one level, so that a piece of work is about a millisecond. */
const LARGEST = 16_384

/** What a fit of spend needs: the customers with repeat purchases, by their number. */
export interface GatheredSpenders extends Spenders {
  /** Mean spend, which money is counted in. */
  readonly unit: number
  /** Sum of weights. */
  readonly customers: number
  /** Correlation of repeat purchases and mean spend; `undefined` where one of them is the same for all. */
  readonly correlation: number | undefined
}

/**
 * Gathers the customers with repeat purchases, ordered by their number, money counted in the mean spend. O(customers log customers).
 * @throws RangeError for figures that cannot be true, a repeat customer who spent nothing, or when there is none
 */
export function gatherSpenders(
  fn: string,
  spending: SpendHistories,
  weights: ArrayLike<number> | undefined,
): GatheredSpenders {
  checkSpending(fn, spending)
  const { repeatPurchases, meanRepeatSpend } = spending
  if (weights !== undefined) {
    checkLength(fn, 'weights', weights, repeatPurchases.length, 'customer')
    checkNonNegative(fn, 'weights', weights)
  }
  const weightOf = (i: number) => (weights === undefined ? 1 : weights[i]!)
  const rows = Uint32Array.from({ length: repeatPurchases.length }, (_, i) => i)
    .filter((i) => repeatPurchases[i]! > 0 && weightOf(i) > 0)
    .sort((a, b) => repeatPurchases[a]! - repeatPurchases[b]! || a - b)
  if (rows.length === 0) throw rangeError(fn, 'spending.repeatPurchases', 'be above 0 for some customer that counts', 0)
  const poor = rows.find((i) => meanRepeatSpend[i]! === 0)
  if (poor !== undefined) {
    throw rangeError(fn, `spending.meanRepeatSpend[${poor}]`, 'be above 0, as there is a repeat purchase', 0)
  }
  const column = (value: (i: number) => number) => Float64Array.from(rows, value)
  const [count, spend, weight] = [
    column((i) => repeatPurchases[i]!),
    column((i) => meanRepeatSpend[i]!),
    column(weightOf),
  ]
  const customers = weight.reduce((sum, each) => sum + each, 0)
  const unit = mean(spend, weight)
  return {
    total: count.map((x, i) => (x * spend[i]!) / unit),
    weights: weight,
    levels: levelsOf(count, spend, weight, unit),
    unit,
    customers,
    correlation: correlationOf(count, spend, weight),
  }
}

function levelsOf(count: Float64Array, spend: Float64Array, weight: Float64Array, unit: number): SpenderLevel[] {
  const levels: SpenderLevel[] = []
  for (let from = 0; from < count.length;) {
    const x = count[from]!
    let [to, sum, logSpend] = [from, 0, 0]
    for (; to < count.length && count[to] === x && to - from < LARGEST; to++) {
      sum += weight[to]!
      logSpend += weight[to]! * Math.log(spend[to]! / unit)
    }
    levels.push({ x, from, to, weight: sum, logSpend })
    from = to
  }
  return levels
}

function mean(values: Float64Array, weight: Float64Array): number {
  let [sum, all] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    sum += weight[i]! * values[i]!
    all += weight[i]!
  }
  return sum / all
}

/** Pearson's, with weights. */
function correlationOf(a: Float64Array, b: Float64Array, weight: Float64Array): number | undefined {
  const [meanA, meanB] = [mean(a, weight), mean(b, weight)]
  let [both, ofA, ofB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [fromA, fromB] = [a[i]! - meanA, b[i]! - meanB]
    both += weight[i]! * fromA * fromB
    ofA += weight[i]! * fromA * fromA
    ofB += weight[i]! * fromB * fromB
  }
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : undefined
}
