import { betaGeometricTables, type BetaGeometricTables } from './beta-geometric-tables.js'
import { distinctTimes, type DistinctTimes } from './distinct-times.js'
import type { LikelihoodRows } from './history-likelihood.js'
import type { MergedHistories } from './merge-histories.js'

/** Far below the largest number, which a product must not exceed. */
const LARGE = 1e200

/**
 * The likelihood of BG/NBD (`early` 0) and MBG/NBD (`early` 1), in the parameters r, α, a, b.
 *
 * A customer with x repeat purchases, the last at t, and age T has decided f = x + early times whether to leave, and stayed each
 * time or, if gone, each but the last. With (z)ₙ the rising factorial,
 *
 *     L = (r)ₓ αʳ · (b)_f / (a+b)_f · [ (α+T)⁻⁽ʳ⁺ˣ⁾ + a / (b+f−1) · (α+t)⁻⁽ʳ⁺ˣ⁾ ]
 *
 * where the second term, gone since t, needs f > 0. What depends on x, t or T alone is looked up, so that a row
 * costs little more than an exponential.
 * @see Fader, Hardie, Lee (2005), Marketing Science 24, equation 6; Batislam, Denizel, Filiztekin (2007), "Empirical Validation
 * and Comparison of Models for Customer Base Analysis", International Journal of Research in Marketing 24
 */
export function betaGeometricRows(early: 0 | 1): LikelihoodRows {
  return (histories, most) => {
    const rows = { ...histories, ends: distinctTimes(histories.age), lasts: distinctTimes(histories.activeSpan) }
    return (parameters) => {
      const tables = betaGeometricTables(parameters, early, most, rows.ends, rows.lasts)
      return (from, to, sums) => addRows(rows, tables, parameters, from, to, sums)
    }
  }
}

/** Histories with the positions of their times in the tables. */
interface TimedHistories extends MergedHistories {
  readonly ends: DistinctTimes
  readonly lasts: DistinctTimes
}

function addRows(
  { repeatPurchases, weights, ends, lasts }: TimedHistories,
  { constant, byR, byA, byB, logOdds, perStay, logEnd, perEnd, logLast, perLast }: BetaGeometricTables,
  parameters: Float64Array,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const [r, alpha, a] = parameters as unknown as [number, number, number, number]
  let value = 0
  let sumR = 0
  let sumAlpha = 0
  let sumA = 0
  let sumB = 0
  // One logarithm for many customers: a sum of ln (1 + small) as that of a product.
  let product = 1
  for (let row = from; row < to; row++) {
    const x = repeatPurchases[row]!
    const end = ends.at[row]!
    const last = lasts.at[row]!
    const longer = logEnd[end]! - logLast[last]!
    // Logarithm of the odds of being gone.
    const odds = logOdds[x]! + (r + x) * longer
    const small = Math.exp(-Math.abs(odds))
    const gone = odds > 0 ? 1 / (1 + small) : small / (1 + small)
    const weight = weights[row]!
    value += weight * (constant[x]! - (r + x) * logEnd[end]! + Math.max(0, odds))
    if (weight === 1) product *= 1 + small
    else value += weight * Math.log1p(small)
    if (product > LARGE) {
      value += Math.log(product)
      product = 1
    }
    sumR += weight * (byR[x]! - logEnd[end]! + gone * longer)
    sumAlpha += weight * (r / alpha - (r + x) * (perEnd[end]! + gone * (perLast[last]! - perEnd[end]!)))
    sumA += weight * (byA[x]! + gone / a)
    sumB += weight * (byB[x]! - gone * perStay[x]!)
  }
  const added = [value + Math.log(product), sumR, sumAlpha, sumA, sumB]
  added.forEach((each, i) => (sums[i]! += each))
}

/**
 * Where to start: buyers differ as exponential times do, buy as often as these did while they were seen, and one decision in three
 * is to leave.
 */
export function betaGeometricStart({ repeatPurchases, age, weights }: MergedHistories): readonly number[] {
  const sum = (values: ArrayLike<number>) => weights.reduce((total, weight, row) => total + weight * values[row]!, 0)
  return [1, sum(age) / sum(repeatPurchases), 1, 2]
}
