import type { Steps } from '@clientele/core'
import type { Pace } from '../../pace.js'
import type { Logs } from './logs.js'
import { overBlocks } from './over-blocks.js'
import { powerTerms } from './power-terms.js'

/** How the log-likelihood of a power changes there, divided by the number of values. */
export interface Likelihood {
  /** First derivative; 0 at the most likely power, NaN where the transformed values do not differ. */
  readonly score: number
  /** Second derivative; below 0, since the likelihood is concave. */
  readonly curvature: number
}

/** Σa, Σb, Σc, Σa², Σab, Σb², Σac, where a, b, c are ψ, ψ', ψ'' of each value. */
type Sums = [a: number, b: number, c: number, aa: number, ab: number, bb: number, ac: number]

/**
 * Derivatives of the log-likelihood that the transformed values ψ are normal:
 *
 *   L(λ) / n = −½ log V + (λ − 1) · slope,   V = var ψ,   V' = 2 cov(ψ, ψ'),   V'' = 2 var ψ' + 2 cov(ψ, ψ'')
 *
 * Where all values are on one side of 0, one of the logarithms is taken off all of them: that divides the transformed values by
 * one number and shifts them by another, so that none is too large and a narrow column far from 0 keeps its digits; V then has
 * its old derivative again when that logarithm is taken off the slope.
 *
 * One pass, one exponential a value.
 * @see Yeo and Johnson (2000), "A New Family of Power Transformations to Improve Normality or Symmetry", Biometrika 87
 */
export function* powerLikelihood(
  { up, down, slope, least, most }: Logs,
  lambda: number,
  pace: Pace,
): Steps<Likelihood> {
  const sums: Sums = [0, 0, 0, 0, 0, 0, 0]
  const mirrored = 2 - lambda
  const oneSided = up.length === 0 || down.length === 0
  const growing = (up.length === 0 ? mirrored : lambda) > 0
  const center = !oneSided ? 0 : growing ? most : least
  yield* overBlocks(up.length, pace, (start, end) => addBlock(sums, up.subarray(start, end), center, lambda, 1))
  yield* overBlocks(down.length, pace, (start, end) => addBlock(sums, down.subarray(start, end), center, mirrored, -1))
  const n = up.length + down.length
  const [a, b, c, aa, ab, bb, ac] = sums.map((sum) => sum / n) as Sums
  const variance = aa - a * a
  if (!(variance > 0)) return { score: NaN, curvature: NaN }
  const first = (2 * (ab - a * b)) / variance
  const second = (2 * (bb - b * b + ac - a * c)) / variance
  return { score: slope - (up.length === 0 ? -center : center) - first / 2, curvature: (first * first - second) / 2 }
}

/** Adds the values of some logarithms; `sign` is -1 for mirrored ones. */
function addBlock(sums: Sums, logs: Float64Array, center: number, power: number, sign: 1 | -1): void {
  const terms = new Float64Array(3)
  let [sa, sb, sc, saa, sab, sbb, sac] = [0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < logs.length; i++) {
    powerTerms(logs[i]! - center, power, terms)
    const a = sign * terms[0]!
    const b = terms[1]!
    const c = sign * terms[2]!
    sa += a
    sb += b
    sc += c
    saa += a * a
    sab += a * b
    sbb += b * b
    sac += a * c
  }
  const block = [sa, sb, sc, saa, sab, sbb, sac]
  for (let i = 0; i < block.length; i++) sums[i]! += block[i]!
}
