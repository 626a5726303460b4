import { digamma, logGamma } from '@clientele/core'

/** Customers with repeat purchases, ordered by their number. */
export interface Spenders {
  /** Customer → money of all repeat purchases, in the unit of the mean. */
  readonly total: Float64Array
  /** Customer → how much it counts. */
  readonly weights: Float64Array
  /** The different numbers of repeat purchases, ascending. */
  readonly levels: readonly SpenderLevel[]
}

/** Customers of one number of repeat purchases. */
export interface SpenderLevel {
  /** Repeat purchases. */
  readonly x: number
  /** The customers, from `from` up to `to`. */
  readonly from: number
  readonly to: number
  /** Sum of their weights. */
  readonly weight: number
  /** Sum of weight × ln (mean spend). */
  readonly logSpend: number
}

/**
 * The logarithm of the likelihood of Gamma-Gamma for the customers of one level, in the parameters p, q, v.
 *
 * With x purchases of mean m,
 *
 *     L = Γ(px+q) / (Γ(px) Γ(q)) · vᵠ · m^(px−1) · x^(px) / (xm + v)^(px+q)
 *
 * Only the last factor is different for each customer: one logarithm. Adds the value to `sums[0]` and the derivatives by p, q and v
 * to the elements after it.
 * @see Fader, Hardie (2013), "The Gamma-Gamma Model of Monetary Value", equation 1a
 */
export function addSpenders(
  { total, weights }: Spenders,
  { x, from, to, weight, logSpend }: SpenderLevel,
  parameters: Float64Array,
  sums: Float64Array,
): void {
  const [p, q, v] = parameters as unknown as [number, number, number]
  const shape = p * x + q
  let [logs, parts] = [0, 0]
  for (let i = from; i < to; i++) {
    logs += weights[i]! * Math.log(total[i]! + v)
    parts += weights[i]! / (total[i]! + v)
  }
  const constant = logGamma(shape) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + p * x * Math.log(x)
  sums[0]! += weight * constant + (p * x - 1) * logSpend - shape * logs
  sums[1]! += x * (weight * (digamma(shape) - digamma(p * x) + Math.log(x)) + logSpend - logs)
  sums[2]! += weight * (digamma(shape) - digamma(q) + Math.log(v)) - logs
  sums[3]! += (weight * q) / v - shape * parts
}
