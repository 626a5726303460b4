const LN2 = 0.6931471805599453
/** 1 / k!, from k = 16 down to 1: the series of the exponential function. */
const SERIES = inverseFactorials(16)

/**
 * Two to the power of x, the same bits in every engine, within one unit of the 16th digit; exact for whole numbers.
 *
 * `2 ** x` may differ from engine to engine in the last digit, and what decays by it would too. Here x is n + f with n whole and f
 * between -½ and ½, and 2^x = 2^n · e^(f ln 2), of which 16 terms are exact. O(1) time.
 * @param x a number; 0 is what comes of less than -1074, Infinity of 1024 and more
 * @example exp2(-1) // 0.5
 */
export function exp2(x: number): number {
  if (!(x >= -1075 && x < 1024)) return x > 0 ? Infinity : x < 0 ? 0 : NaN
  const whole = Math.round(x)
  const power = (x - whole) * LN2
  let series = 0
  for (const term of SERIES) series = (series + term) * power
  // In two steps, since 2^-1074 is too small to be multiplied by, and 2^1024 too large to be had.
  const half = whole >> 1
  return (1 + series) * wholePower(half) * wholePower(whole - half)
}

const number = new DataView(new ArrayBuffer(8))

/** Two to the power of a whole number from -1022 to 1023, by its bits. */
function wholePower(exponent: number): number {
  number.setUint32(0, (exponent + 1023) << 20)
  number.setUint32(4, 0)
  return number.getFloat64(0)
}

function inverseFactorials(count: number): number[] {
  const factorials = [1]
  for (let k = 2; k <= count; k++) factorials.unshift(factorials[0]! * k)
  return factorials.map((factorial) => 1 / factorial)
}
