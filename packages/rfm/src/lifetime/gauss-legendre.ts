/** Where to look at a function between 0 and 1, and what each look counts: the integral is about Σ weight × value. */
export interface QuadratureRule {
  /** Ascending, inside (0, 1). */
  readonly nodes: Float64Array
  /** Above 0, adding up to 1. */
  readonly weights: Float64Array
}

/**
 * The rule of Gauss and Legendre, exact for polynomials of a degree up to 2n − 1.
 *
 * The zeros of the Legendre polynomial by Newton's method: O(n²).
 * @param n number of nodes, at least 1
 * @see Press, Teukolsky, Vetterling, Flannery (2007), "Numerical Recipes", section 4.6
 */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 0
    // Newton's method doubles the digits: from this guess, five rounds are more than enough.
    for (let round = 0; round < 8; round++) {
      let [value, before] = [1, 0]
      for (let degree = 1; degree <= n; degree++) {
        ;[value, before] = [((2 * degree - 1) * x * value - (degree - 1) * before) / degree, value]
      }
      slope = (n * (before - x * value)) / (1 - x * x)
      x -= value / slope
    }
    nodes[i] = (1 + x) / 2
    weights[i] = 1 / ((1 - x * x) * slope * slope)
  }
  return { nodes, weights }
}
