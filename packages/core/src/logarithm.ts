/** ln 2 in two parts: multiples of the first, up to some thousands, are exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const SQRT2 = 1.4142135623730951
/** The smallest number with all its digits, and what brings smaller ones above it. */
const LEAST_NORMAL = 2 ** -1022
const LIFT_BITS = 54
/** 1 / (2 i + 1), from i = 11 down to 1: the series of the inverse hyperbolic tangent. */
const SERIES = Array.from({ length: 11 }, (_, i) => 1 / (2 * (11 - i) + 1))

const number = new DataView(new ArrayBuffer(8))

/**
 * The natural logarithm, the same bits in every engine, within two units of the 16th digit.
 *
 * `Math.log` may differ from engine to engine in the last digit, and what is drawn or trained with it would too. Here x is
 * 2^e · m with m between √½ and √2, and ln m = 2 artanh((m - 1) / (m + 1)), of which 12 terms are exact. O(1) time.
 * @param x a number; -Infinity for 0, NaN below
 * @example logarithm(Math.E) // 1
 */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? Infinity : NaN
  let exponent = 0
  if (x < LEAST_NORMAL) {
    x *= 2 ** LIFT_BITS
    exponent = -LIFT_BITS
  }
  number.setFloat64(0, x)
  const high = number.getUint32(0)
  exponent += (high >>> 20) - 1023
  number.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let mantissa = number.getFloat64(0)
  if (mantissa > SQRT2) {
    mantissa /= 2
    exponent++
  }
  const share = (mantissa - 1) / (mantissa + 1)
  const square = share * share
  let series = 0
  for (const term of SERIES) series = (series + term) * square
  return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * share * series + 2 * share)
}

/**
 * The logarithm of 1 + x, exact for small x too; the same bits in every engine. O(1) time.
 * @param x a number; -Infinity for -1, NaN below
 * @example logarithm1p(1e-20) // 1e-20
 */
export function logarithm1p(x: number): number {
  const sum = 1 + x
  if (sum === 1 || x === Infinity) return x
  // What rounding took from the sum is given back in proportion.
  return sum === 0 ? -Infinity : logarithm(sum) * (x / (sum - 1))
}
