import { rangeError } from '@clientele/core'
import type { PurchaseFormulas } from './purchase-model.js'
import { purchasesUntilChurn } from './purchases-until-churn.js'

/** Parameters of {@link bgNbd} and {@link mbgNbd}. */
export interface BetaGeometricParameters {
  /** Shape of the gamma distribution of purchase rates. */
  readonly r: number
  /** Rate of that distribution, a time: r ÷ alpha is the mean number of purchases in a unit of time. */
  readonly alpha: number
  /** First parameter of the beta distribution of the chance to leave: a ÷ (a + b) is its mean. */
  readonly a: number
  /** Second parameter of that distribution. */
  readonly b: number
}

/** Terms of a sum that take about 50 ms. */
const MOST_TERMS = 1e7

/**
 * Predictions of BG/NBD (`early` 0) and MBG/NBD (`early` 1), whose customers may also leave right after the first purchase.
 *
 * After f = x + early decisions to stay the chance to leave follows a beta distribution of a and b + f.
 * @see Fader, Hardie, Lee (2005), equations 9 and 10; Batislam, Denizel, Filiztekin (2007)
 */
export function betaGeometricFormulas({ r, alpha, a, b }: BetaGeometricParameters, early: 0 | 1): PurchaseFormulas {
  const purchases = (shape: number, rate: number, stay: number, horizon: number) => {
    if (((shape + 40) * horizon) / rate > MOST_TERMS) {
      const most = Number(((MOST_TERMS * rate) / (shape + 40)).toPrecision(3))
      throw rangeError(
        'expectedPurchases',
        'horizon',
        `be at most ${most} for a customer of so short a history`,
        horizon,
      )
    }
    return purchasesUntilChurn(shape, rate, a, stay, horizon)
  }
  return {
    alive(x, t, T) {
      const f = x + early
      if (f === 0) return 1
      return 1 / (1 + (a / (b + f - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + t))))
    },
    whileAlive: (x, T, horizon) => purchases(r + x, alpha + T, b + x + early, horizon),
    ofNew: (horizon) => (early === 1 ? b / (a + b) : 1) * purchases(r, alpha, b + early, horizon),
  }
}
