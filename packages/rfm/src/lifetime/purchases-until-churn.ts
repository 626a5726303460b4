/**
 * Purchases that are expected in a time to come of a customer who is alive, when each purchase is followed by a decision to stay.
 *
 * Purchases that the customer would make, N, follow a gamma mixture of Poisson distributions: P(N = n) = (m)ₙ / n! · wᵐ zⁿ with
 * z = time / (rate + time) and w = 1 − z. The chance to stay n times is (stay)ₙ / (leave + stay)ₙ. The k-th purchase is made when
 * it would be made and the customer has stayed k − 1 times:
 *
 *     E = Σₙ P(N = n) · Σ_{k<n} (stay)ₖ / (leave + stay)ₖ
 *
 * That is the published (c−1)/(a−1) · [1 − wᵐ ₂F₁(m, stay; c−1; z)], c = leave + stay, a = leave, without its differences: all terms
 * are positive, nothing is lost where leave is near 1, m is large or the time short, and nothing overflows.
 *
 * About 36 (1 + time / rate) terms, and as many more as purchases would be made.
 * @param shape m, the gamma distribution's shape: above 0
 * @param rate of that distribution, in units of time: above 0
 * @param leave first parameter of the beta distribution of the chance to leave: above 0
 * @param stay its second parameter: above 0
 * @param time in the same unit, at least 0
 */
export function purchasesUntilChurn(shape: number, rate: number, leave: number, stay: number, time: number): number {
  if (time === 0) return 0
  const z = time / (rate + time)
  // Logarithm of P(N = 0); kept apart from the terms, because it can be too small for a number.
  let logFirst = -shape * Math.log1p(time / rate)
  let chance = 1
  let hasStayed = 1
  let purchases = 0
  let sum = 0
  for (let n = 0; ; n++) {
    const ratio = (z * (shape + n)) / (n + 1)
    chance *= ratio
    purchases += hasStayed
    hasStayed *= (stay + n) / (leave + stay + n)
    const term = chance * purchases
    sum += term
    // From here on no term exceeds the one before it by more than this.
    const growth = (Math.max(ratio, z) * (n + 2)) / (n + 1)
    if (growth < 1 && term <= (1 - growth) * 1e-16 * sum) return sum * Math.exp(logFirst)
    if (chance > 1e200) {
      chance *= 1e-200
      sum *= 1e-200
      logFirst += 200 * Math.LN10
    }
  }
}
