/** Up to this size of λl the series is used, to 13 digits; beyond it the closed form keeps 12. */
const SMALL = 0.1

/**
 * The power transform of a value, given its logarithm l, and its first two derivatives with respect to the power λ.
 *
 *   u = (e^{λl} − 1) / λ,   u' = (l e^{λl} − u) / λ,   u'' = (l² e^{λl} − 2u') / λ
 *
 * One exponential in all. Near λl = z = 0, where the differences cancel, their series: Σ l zʲ / (j! (j + 1)),
 * Σ l² zʲ / (j! (j + 2)), Σ l³ zʲ / (j! (j + 3)).
 * @param into takes u, u' and u''
 */
export function powerTerms(log: number, power: number, into: Float64Array): void {
  const z = power * log
  if (z < SMALL && z > -SMALL) {
    const u = horner(z, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320)
    const first = horner(z, 1 / 2, 1 / 3, 1 / 8, 1 / 30, 1 / 144, 1 / 840, 1 / 5760, 1 / 45360)
    const second = horner(z, 1 / 3, 1 / 4, 1 / 10, 1 / 36, 1 / 168, 1 / 960, 1 / 6480, 1 / 50400)
    into[0] = log * u
    into[1] = log * log * first
    into[2] = log * log * log * second
    return
  }
  const e = Math.exp(z)
  const u = (e - 1) / power
  const first = (log * e - u) / power
  into[0] = u
  into[1] = first
  into[2] = (log * log * e - 2 * first) / power
}

/** a + bz + cz² + … */
function horner(
  z: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
): number {
  return a + z * (b + z * (c + z * (d + z * (e + z * (f + z * (g + z * h))))))
}
