const LOG2_E: f64 = 1.4426950408889634
const LN2_HIGH: f64 = 0.6931471803691238
const LN2_LOW: f64 = 1.9082149292705877e-10
const ROUNDING: f64 = 6755399441055744

/** power = power * r + coefficient, in both lanes. */
function next(power: v128, r: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.mul(power, r), f64x2.splat(coefficient))
}

/** The first `length` values, an even number, become their hyperbolic tangents, two at a time. */
export function tanhInPlace(values: usize, length: i32): void {
  const end = values + ((<usize>length) << 3)
  for (let at = values; at < end; at += 16) {
    const x = f64x2.max(f64x2.splat(-20), f64x2.min(f64x2.splat(20), v128.load(at)))
    const doubled = f64x2.mul(f64x2.splat(2), x)
    const shifted = f64x2.add(f64x2.mul(doubled, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDING))
    const n = f64x2.sub(shifted, f64x2.splat(ROUNDING))
    const high = f64x2.sub(doubled, f64x2.mul(n, f64x2.splat(LN2_HIGH)))
    const r = f64x2.sub(high, f64x2.mul(n, f64x2.splat(LN2_LOW)))
    let power = f64x2.splat(1.6059043836821613e-10)
    power = next(power, r, 2.08767569878681e-9)
    power = next(power, r, 2.505210838544172e-8)
    power = next(power, r, 2.755731922398589e-7)
    power = next(power, r, 2.7557319223985893e-6)
    power = next(power, r, 2.48015873015873e-5)
    power = next(power, r, 1.984126984126984e-4)
    power = next(power, r, 1.388888888888889e-3)
    power = next(power, r, 8.333333333333333e-3)
    power = next(power, r, 4.1666666666666664e-2)
    power = next(power, r, 0.16666666666666666)
    power = next(power, r, 0.5)
    power = next(power, r, 1)
    power = next(power, r, 1)
    // The last bits of the shifted number are n: in the place of an exponent they make 2^n.
    const scale = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52)
    power = f64x2.mul(power, scale)
    v128.store(at, f64x2.div(f64x2.sub(power, f64x2.splat(1)), f64x2.add(power, f64x2.splat(1))))
  }
}
