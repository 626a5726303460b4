/** Logarithms of the rising factorials of a number, and their slope. */
export interface RisingFactorials {
  /** n → ln (z (z + 1) … (z + n − 1)), which is ln Γ(z + n) − ln Γ(z). */
  readonly logs: Float64Array
  /** n → the derivative of that by z, 1/z + … + 1/(z + n − 1). */
  readonly slopes: Float64Array
}

/**
 * Rising factorials of z from 0 to `most` factors.
 *
 * Sums of logarithms keep the digits that a difference of two log-gamma functions loses for large z. O(most) time and memory.
 * @param z above 0
 */
export function risingFactorials(z: number, most: number): RisingFactorials {
  const logs = new Float64Array(most + 1)
  const slopes = new Float64Array(most + 1)
  for (let n = 0; n < most; n++) {
    logs[n + 1] = logs[n]! + Math.log(z + n)
    slopes[n + 1] = slopes[n]! + 1 / (z + n)
  }
  return { logs, slopes }
}
