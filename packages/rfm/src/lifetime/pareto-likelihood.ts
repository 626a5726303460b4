import type { LikelihoodRows } from './history-likelihood.js'
import type { MergedHistories } from './merge-histories.js'
import { risingFactorials } from './rising-factorials.js'
import { silenceIntegral, type Silence } from './silence-integral.js'

/**
 * The likelihood of Pareto/NBD, in the parameters r, alpha, s, beta.
 *
 * A customer with x repeat purchases, the last at t, and age T is alive or has left at some moment y between t and T:
 *
 *     L = (r)ₓ αʳ βˢ · [ (α+T)⁻⁽ʳ⁺ˣ⁾ (β+T)⁻ˢ + s ∫ (α+y)⁻⁽ʳ⁺ˣ⁾ (β+y)⁻⁽ˢ⁺¹⁾ dy ]
 *
 * The slopes of the second term are means under its integrand.
 * @see Schmittlein, Morrison, Colombo (1987), "Counting Your Customers: Who Are They and What Will They Do Next?", Management
 * Science 33; Fader, Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related Expressions"
 */
export const paretoRows: LikelihoodRows =
  ({ repeatPurchases, activeSpan, age, weights }, most) =>
  (parameters) => {
    const [r, alpha, s, beta] = parameters as unknown as [number, number, number, number]
    const bought = risingFactorials(r, most)
    const [logAlpha, logBeta] = [Math.log(alpha), Math.log(beta)]
    const integrate = silenceIntegral(alpha, beta)
    const silence: Silence = { log: 0, logAlpha: 0, logBeta: 0, perAlpha: 0, perBeta: 0 }
    return (from, to, sums) => {
      let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0]
      for (let row = from; row < to; row++) {
        const x = repeatPurchases[row]!
        const T = age[row]!
        const weight = weights[row]!
        const [endAlpha, endBeta] = [Math.log(alpha + T), Math.log(beta + T)]
        integrate(r + x, s, activeSpan[row]!, T, silence)
        const alive = -(r + x) * endAlpha - s * endBeta
        // Logarithm of the odds of being gone.
        const odds = Math.log(s) + silence.log - alive
        const small = Math.exp(-Math.abs(odds))
        const gone = odds > 0 ? 1 / (1 + small) : small / (1 + small)
        const stays = 1 - gone
        const log = bought.logs[x]! + r * logAlpha + s * logBeta + alive
        value += weight * (log + Math.max(0, odds) + Math.log1p(small))
        byR += weight * (bought.slopes[x]! + logAlpha - stays * endAlpha - gone * silence.logAlpha)
        byAlpha += weight * (r / alpha - (r + x) * (stays / (alpha + T) + gone * silence.perAlpha))
        byS += weight * (logBeta - stays * endBeta + gone * (1 / s - silence.logBeta))
        byBeta += weight * (s / beta - (stays * s) / (beta + T) - gone * (s + 1) * silence.perBeta)
      }
      sums[0]! += value
      sums[1]! += byR
      sums[2]! += byAlpha
      sums[3]! += byS
      sums[4]! += byBeta
    }
  }

/** Where to start: rates of buying and of leaving differ as exponential times do; customers live as long as the longest age. */
export function paretoStart({ repeatPurchases, age, weights }: MergedHistories): readonly number[] {
  const sum = (values: ArrayLike<number>) => weights.reduce((total, weight, row) => total + weight * values[row]!, 0)
  return [1, sum(age) / sum(repeatPurchases), 1, 1]
}
