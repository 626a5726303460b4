import type { MergedHistories } from './merge-histories.js'
import { risingFactorials } from './rising-factorials.js'
import type { LikelihoodRows } from './history-likelihood.js'

/**
 * The likelihood of BG/NBD (`early` 0) and MBG/NBD (`early` 1), in the parameters r, α, a, b.
 *
 * A customer with x repeat purchases, the last at t, and age T has decided f = x + early times whether to leave, and stayed each
 * time or, if gone, each but the last. With (z)ₙ the rising factorial,
 *
 *     L = (r)ₓ αʳ · (b)_f / (a+b)_f · [ (α+T)⁻⁽ʳ⁺ˣ⁾ + a / (b+f−1) · (α+t)⁻⁽ʳ⁺ˣ⁾ ]
 *
 * where the second term, gone since t, needs f > 0. What depends on x alone is looked up, so that a row costs two logarithms and
 * an exponential.
 * @see Fader, Hardie, Lee (2005), Marketing Science 24, equation 6; Batislam, Denizel, Filiztekin (2007), "Empirical Validation
 * and Comparison of Models for Customer Base Analysis", International Journal of Research in Marketing 24
 */
export function betaGeometricRows(early: 0 | 1): LikelihoodRows {
  return ({ repeatPurchases, activeSpan, age, weights }, most) =>
    (parameters) => {
      const [r, alpha, a, b] = parameters as unknown as [number, number, number, number]
      const logAlpha = Math.log(alpha)
      const bought = risingFactorials(r, most)
      const stayed = risingFactorials(b, most + early)
      const decided = risingFactorials(a + b, most + early)
      return (from, to, sums) => {
        let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0]
        for (let row = from; row < to; row++) {
          const x = repeatPurchases[row]!
          const f = x + early
          const shape = r + x
          const untilEnd = alpha + age[row]!
          const untilLast = alpha + activeSpan[row]!
          const logEnd = Math.log(untilEnd)
          const longer = logEnd - Math.log(untilLast)
          // Logarithm of the odds of being gone.
          const odds = f > 0 ? Math.log(a / (b + f - 1)) + shape * longer : -Infinity
          const small = Math.exp(-Math.abs(odds))
          const gone = odds > 0 ? 1 / (1 + small) : small / (1 + small)
          const weight = weights[row]!
          const log = bought.logs[x]! + r * logAlpha + stayed.logs[f]! - decided.logs[f]! - shape * logEnd
          value += weight * (log + Math.max(0, odds) + Math.log1p(small))
          byR += weight * (bought.slopes[x]! + logAlpha - logEnd + gone * longer)
          byAlpha += weight * (r / alpha - shape / untilEnd + gone * shape * (1 / untilEnd - 1 / untilLast))
          byA += weight * (gone / a - decided.slopes[f]!)
          byB += weight * (stayed.slopes[f]! - decided.slopes[f]! - (f > 0 ? gone / (b + f - 1) : 0))
        }
        sums[0]! += value
        sums[1]! += byR
        sums[2]! += byAlpha
        sums[3]! += byA
        sums[4]! += byB
      }
    }
}

/**
 * Where to start: buyers differ as exponential times do, buy as often as these did while they were seen, and one decision in three
 * is to leave.
 */
export function betaGeometricStart({ repeatPurchases, age, weights }: MergedHistories): readonly number[] {
  const sum = (values: ArrayLike<number>) => weights.reduce((total, weight, row) => total + weight * values[row]!, 0)
  return [1, sum(age) / sum(repeatPurchases), 1, 2]
}
