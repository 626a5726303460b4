/** What is kept for a pair of rows: see the twin. */
export const DOTS: i32 = 1
export const DOTS_AND_COUNTS: i32 = 2

/** Adds up a column for all its rows, from the address `at` up to `end`; `weight` is the value of the row that is compared. */
export function addColumn(parts: i32, into: usize, at: usize, end: usize, values: usize, weight: f64): void {
  if (parts == DOTS) addDots(into, at, end, values, weight)
  else if (parts == DOTS_AND_COUNTS) addDotsAndCounts(into, at, end, values, weight)
  else addSums(into, at, end, values, weight)
}

/** Four at a time: a column holds no row twice, so that four sums can be under way at once. */
function addDots(into: usize, at: usize, end: usize, values: usize, weight: f64): void {
  const whole = at + ((end - at) & ~15)
  for (; at < whole; at += 16, values += 32) {
    const a = into + ((<usize>load<i32>(at)) << 3)
    const b = into + ((<usize>load<i32>(at, 4)) << 3)
    const c = into + ((<usize>load<i32>(at, 8)) << 3)
    const d = into + ((<usize>load<i32>(at, 12)) << 3)
    const sumA = load<f64>(a) + weight * load<f64>(values)
    const sumB = load<f64>(b) + weight * load<f64>(values, 8)
    const sumC = load<f64>(c) + weight * load<f64>(values, 16)
    const sumD = load<f64>(d) + weight * load<f64>(values, 24)
    store<f64>(a, sumA)
    store<f64>(b, sumB)
    store<f64>(c, sumC)
    store<f64>(d, sumD)
  }
  for (; at < end; at += 4, values += 8) {
    const a = into + ((<usize>load<i32>(at)) << 3)
    store<f64>(a, load<f64>(a) + weight * load<f64>(values))
  }
}

function addDotsAndCounts(into: usize, at: usize, end: usize, values: usize, weight: f64): void {
  for (; at < end; at += 4, values += 8) {
    const pair = into + ((<usize>load<i32>(at)) << 4)
    const productAndOne = f64x2.replace_lane(f64x2.splat(1), 0, weight * load<f64>(values))
    v128.store(pair, f64x2.add(v128.load(pair), productAndOne))
  }
}

function addSums(into: usize, at: usize, end: usize, values: usize, weight: f64): void {
  for (; at < end; at += 4, values += 8) {
    const pair = into + <usize>load<i32>(at) * 48
    const value = load<f64>(values)
    const both = f64x2.replace_lane(f64x2.splat(weight), 1, value)
    const productAndOne = f64x2.replace_lane(f64x2.splat(1), 0, weight * value)
    v128.store(pair, f64x2.add(v128.load(pair), productAndOne))
    v128.store(pair, f64x2.add(v128.load(pair, 16), both), 16)
    v128.store(pair, f64x2.add(v128.load(pair, 32), f64x2.mul(both, both)), 32)
  }
}
