import type { DistinctTimes } from './distinct-times.js'
import { risingFactorials } from './rising-factorials.js'

/** Terms of the likelihood of BG/NBD that are the same for many histories, for some values of the parameters. */
export interface BetaGeometricTables {
  /** Repeat purchases → logarithm of the factors before the brackets. */
  readonly constant: Float64Array
  /** Its derivatives by r, a and b. */
  readonly byR: Float64Array
  readonly byA: Float64Array
  readonly byB: Float64Array
  /** Repeat purchases → logarithm of the odds of being gone right after the last purchase; -Infinity where nobody can be. */
  readonly logOdds: Float64Array
  /** Minus its derivative by b. */
  readonly perStay: Float64Array
  /** Position of an age or active span → ln (alpha + time), and its derivative. */
  readonly logEnd: Float64Array
  readonly perEnd: Float64Array
  readonly logLast: Float64Array
  readonly perLast: Float64Array
}

/**
 * Tables for the parameters r, alpha, a, b. O(most + distinct times).
 * @param early how many decisions a customer takes before the first repeat purchase
 * @param most most repeat purchases
 * @param ends ages
 * @param lasts active spans
 */
export function betaGeometricTables(
  parameters: Float64Array,
  early: 0 | 1,
  most: number,
  ends: DistinctTimes,
  lasts: DistinctTimes,
): BetaGeometricTables {
  const [r, alpha, a, b] = parameters as unknown as [number, number, number, number]
  const bought = risingFactorials(r, most)
  const stayed = risingFactorials(b, most + early)
  const decided = risingFactorials(a + b, most + early)
  const logAlpha = Math.log(alpha)
  const each = (value: (x: number, f: number) => number) => bought.logs.map((_, x) => value(x, x + early))
  const logs = ({ times }: DistinctTimes) => times.map((time) => Math.log(alpha + time))
  const inverses = ({ times }: DistinctTimes) => times.map((time) => 1 / (alpha + time))
  return {
    constant: each((x, f) => bought.logs[x]! + r * logAlpha + stayed.logs[f]! - decided.logs[f]!),
    byR: each((x) => bought.slopes[x]! + logAlpha),
    byA: each((_, f) => -decided.slopes[f]!),
    byB: each((_, f) => stayed.slopes[f]! - decided.slopes[f]!),
    logOdds: each((_, f) => (f > 0 ? Math.log(a / (b + f - 1)) : -Infinity)),
    perStay: each((_, f) => (f > 0 ? 1 / (b + f - 1) : 0)),
    logEnd: logs(ends),
    perEnd: inverses(ends),
    logLast: logs(lasts),
    perLast: inverses(lasts),
  }
}
