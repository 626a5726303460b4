/** The Yeo-Johnson transform as it is written in the paper. */
export function yeoJohnsonByCases(value: number, lambda: number): number {
  if (value >= 0) return lambda === 0 ? Math.log(value + 1) : ((value + 1) ** lambda - 1) / lambda
  return lambda === 2 ? -Math.log(1 - value) : -((1 - value) ** (2 - lambda) - 1) / (2 - lambda)
}

/** The same up to a shift, for the powers that make values tiny. */
function unshifted(value: number, lambda: number): number {
  return value > 0 ? (value + 1) ** lambda / lambda : -((1 - value) ** (2 - lambda)) / (2 - lambda)
}

/**
 * Its log-likelihood, divided by the number of values, straight from the definition.
 *
 * Values of one sign are not shifted by 1: the variance is that of the definition, and where the power makes all of them tiny it
 * keeps the digits that the shift would round away.
 */
export function naiveLikelihood(values: readonly number[], lambda: number): number {
  const n = values.length
  const isTiny = (value: number) => (value > 0 && lambda < -1) || (value < 0 && lambda > 3)
  const psi = values.every(isTiny)
    ? values.map((value) => unshifted(value, lambda))
    : values.map((value) => yeoJohnsonByCases(value, lambda))
  const mean = psi.reduce((sum, each) => sum + each, 0) / n
  const variance = psi.reduce((sum, each) => sum + (each - mean) ** 2, 0) / n
  const slope = values.reduce((sum, value) => sum + Math.sign(value) * Math.log(Math.abs(value) + 1), 0) / n
  return -0.5 * Math.log(variance) + (lambda - 1) * slope
}
