/** Beyond this the series below has all its digits. */
const FAR = 12

/**
 * The natural logarithm of the gamma function; its error is a few units in the last place, or 1e-15 near 1 and 2, where it is 0.
 *
 * Stirling's series, after steps to the right where x is small. O(1).
 * @param x above 0
 * @example logGamma(5) // ln 24
 * @see Abramowitz and Stegun (1964), "Handbook of Mathematical Functions", formula 6.1.41
 */
export function logGamma(x: number): number {
  let product = 1
  while (x < FAR) product *= x++
  const y = 1 / (x * x)
  const series = 1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360_360))))
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series / x - Math.log(product)
}

/**
 * The derivative of {@link logGamma}, with the same care.
 * @param x above 0
 * @example digamma(1) // -0.577…, less Euler's constant
 * @see Abramowitz and Stegun (1964), formula 6.3.18
 */
export function digamma(x: number): number {
  let steps = 0
  while (x < FAR) steps += 1 / x++
  const y = 1 / (x * x)
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32_760)))))
  return Math.log(x) - 1 / (2 * x) - series - steps
}
