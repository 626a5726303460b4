/** into += weight * point, and the weight and the row in the two places behind it. */
export function addRow(into: usize, point: usize, bytes: usize, weight: f64, count: f64): void {
  const both = f64x2.splat(weight)
  const whole = bytes & ~15
  for (let at: usize = 0; at < whole; at += 16) {
    v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(both, v128.load(point + at))))
  }
  if (whole < bytes) store<f64>(into + whole, load<f64>(into + whole) + weight * load<f64>(point + whole))
  store<f64>(into + bytes, load<f64>(into + bytes) + weight)
  store<f64>(into + bytes, load<f64>(into + bytes, 8) + count, 8)
}

/** The sums of a block from its labels: per cluster the weighted sum of its rows, their weight and their number. */
export function sumRows(
  points: usize,
  columns: i32,
  weights: usize,
  weighted: i32,
  labels: usize,
  k: i32,
  sums: usize,
  blockRows: i32,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  const stride = bytes + 16
  const own = sums + <usize>(start / blockRows) * <usize>k * stride
  memory.fill(own, 0, <usize>k * stride)
  for (let row = <usize>start; row < <usize>end; row++) {
    const label = <usize>load<i32>(labels + (row << 2))
    const weight = weighted ? load<f64>(weights + (row << 3)) : 1
    addRow(own + label * stride, points + row * bytes, bytes, weight, 1)
  }
}
