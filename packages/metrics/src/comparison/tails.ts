import { logGamma } from '@clientele/core'

/**
 * Two-sided tail of Student's t: the probability of a value at least as far from 0. Relative error about 1e-12.
 *
 * The regularized incomplete beta function by its continued fraction.
 * @param t any number
 * @param degreesOfFreedom above 0
 * @see Press, Teukolsky, Vetterling, Flannery (2007), "Numerical Recipes", section 6.4
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom, t * t)
}

/**
 * The t that leaves `upper` of the distribution above it, by bisection. @param upper in (0, 0.5]
 */
export function studentQuantile(upper: number, degreesOfFreedom: number): number {
  let low = 0
  let high = 1
  while (studentTwoSided(high, degreesOfFreedom) / 2 > upper) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (studentTwoSided(middle, degreesOfFreedom) / 2 > upper) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Two-sided tail of the normal distribution. Relative error about 1e-14, far into the tail too.
 * @see Abramowitz and Stegun (1964), formulas 7.1.6 (series) and 7.1.14 (continued fraction)
 */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
  }
  let fraction = x
  for (let n = 120; n >= 1; n--) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction)
}

/** I_x(a, b) at x = over / (over + part), where 1 - x = part / (over + part): neither loses digits near 0. */
function incompleteBeta(a: number, b: number, over: number, part: number): number {
  const x = over / (over + part)
  const rest = part / (over + part)
  if (rest === 0) return 1
  if (x === 0) return 0
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(a, b, x)) / a
  return 1 - (front * betaFraction(b, a, rest)) / b
}

/** Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return fraction
}
