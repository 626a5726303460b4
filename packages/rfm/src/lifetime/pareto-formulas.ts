import type { PurchaseFormulas } from './purchase-model.js'
import { silenceIntegral, type Silence } from './silence-integral.js'

/** Parameters of {@link paretoNbd}. */
export interface ParetoParameters {
  /** Shape of the gamma distribution of purchase rates. */
  readonly r: number
  /** Rate of that distribution, a time: r ÷ alpha is the mean number of purchases in a unit of time. */
  readonly alpha: number
  /** Shape of the gamma distribution of the rates at which customers leave. */
  readonly s: number
  /** Rate of that distribution, a time: s ÷ beta is the mean number of customers who leave in a unit of time, for each. */
  readonly beta: number
}

/**
 * Predictions of Pareto/NBD.
 * @see Schmittlein, Morrison, Colombo (1987); Fader, Hardie (2005), "A Note on Deriving the Pareto/NBD Model"
 */
export function paretoFormulas({ r, alpha, s, beta }: ParetoParameters): PurchaseFormulas {
  const integrate = silenceIntegral(alpha, beta)
  const silence: Silence = { log: 0, logAlpha: 0, logBeta: 0, perAlpha: 0, perBeta: 0 }
  return {
    alive(x, t, T) {
      integrate(r + x, s, t, T, silence)
      const alive = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T)
      return 1 / (1 + s * Math.exp(silence.log - alive))
    },
    whileAlive: (x, T, horizon) => ((r + x) / (alpha + T)) * timeAlive(s, beta + T, horizon),
    ofNew: (horizon) => (r / alpha) * timeAlive(s, beta, horizon),
  }
}

/**
 * The time that a customer is expected to stay, up to a horizon, when the rate of leaving is gamma distributed:
 * ∫ (rate / (rate + y))ˢ dy = rate · [1 − (rate / (rate + horizon))ˢ⁻¹] / (s − 1), or rate · ln (1 + horizon / rate) at s = 1.
 */
function timeAlive(s: number, rate: number, horizon: number): number {
  const log = Math.log1p(horizon / rate)
  return rate * (s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1))
}
