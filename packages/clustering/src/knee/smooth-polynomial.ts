/**
 * The least-squares polynomial through points, read off at the same x.
 *
 * The fit is built from polynomials that are orthogonal on the given x (no normal equations, no powers of x), so it
 * stays accurate at degrees where a Vandermonde system does not. O(points × degree) time, five numbers a point of
 * memory.
 *
 * @param x distinct numbers in [0, 1]
 * @param y one number per x
 * @param degree below the number of points
 * @see Forsythe (1957), "Generation and Use of Orthogonal Polynomials for Data-Fitting with a Digital Computer", SIAM
 * J. 5
 * @example smoothPolynomial(Float64Array.of(0, 0.5, 1), Float64Array.of(0, 3, 0), 1) // [1, 1, 1]
 */
export function smoothPolynomial(x: Float64Array, y: Float64Array, degree: number): Float64Array {
  const t = x.map((value) => 2 * value - 1)
  const fitted = new Float64Array(x.length)
  const residual = y.slice()
  let previous = new Float64Array(x.length)
  let current = new Float64Array(x.length).fill(1)
  let previousNorm = 1
  for (let power = 0; power <= degree; power++) {
    const norm = dot(current, current)
    // Where x lie so close together that they carry no higher degree, only rounding is left to fit.
    if (norm < NEGLIGIBLE * x.length) break
    const share = dot(residual, current) / norm
    for (let i = 0; i < t.length; i++) {
      fitted[i]! += share * current[i]!
      residual[i]! -= share * current[i]!
    }
    // p[next] = (t - a) p[current] - b p[previous], with a and b such that p[next] is orthogonal to both
    const a = dot(t, current, current) / norm
    const b = power === 0 ? 0 : norm / previousNorm
    const next = current.map((value, i) => (t[i]! - a) * value - b * previous[i]!)
    previous = current
    current = next
    previousNorm = norm
  }
  return fitted
}

const NEGLIGIBLE = 1e-24

function dot(u: Float64Array, v: Float64Array, w?: Float64Array): number {
  let sum = 0
  for (let i = 0; i < u.length; i++) sum += u[i]! * v[i]! * (w === undefined ? 1 : w[i]!)
  return sum
}
