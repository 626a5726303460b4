const LOG2_E = 1.4426950408889634
/** ln 2 in two parts: multiples of the first, up to some hundreds, are exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
/** Added and taken away again, it rounds to an integer: 1.5 · 2⁵². */
const ROUNDING = 6755399441055744
/** Coefficients 1 / i! of the exponential function, from i = 13 down to 0. */
const EXPONENTIAL = [
  1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7, 2.7557319223985893e-6,
  2.48015873015873e-5, 1.984126984126984e-4, 1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2,
  0.16666666666666666, 0.5, 1, 1,
]

/**
 * values[i] = tanh(values[i]) for the first `length`, within 4 units of the 16th digit.
 *
 * `Math.tanh` may differ from engine to engine; this adds and multiplies in one order everywhere. e^2x is 2^n · e^r with r
 * at most ln 2 / 2 in size, where 14 terms of the series are exact; from |x| = 20 on, tanh is 1.
 */
export function tanhInPlace(values: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const doubled = 2 * Math.max(-20, Math.min(20, values[i]!))
    const n = doubled * LOG2_E + ROUNDING - ROUNDING
    const r = doubled - n * LN2_HIGH - n * LN2_LOW
    let exponential = EXPONENTIAL[0]!
    for (let term = 1; term < EXPONENTIAL.length; term++) exponential = exponential * r + EXPONENTIAL[term]!
    const power = exponential * 2 ** n
    values[i] = (power - 1) / (power + 1)
  }
}
