/** into += weight * point, and the weight and the row in the two places behind it. */
function addRow(into: usize, point: usize, bytes: usize, weight: f64, count: f64): void {
  const both = f64x2.splat(weight)
  const whole = bytes & ~15
  for (let at: usize = 0; at < whole; at += 16) {
    v128.store(into + at, f64x2.add(v128.load(into + at), f64x2.mul(both, v128.load(point + at))))
  }
  if (whole < bytes) store<f64>(into + whole, load<f64>(into + whole) + weight * load<f64>(point + whole))
  store<f64>(into + bytes, load<f64>(into + bytes) + weight)
  store<f64>(into + bytes, load<f64>(into + bytes, 8) + count, 8)
}

/**
 * Brings the sums of a block up to date with the labels: per cluster the weighted sum of its rows, their weight and their
 * number. Where few rows have moved, each is taken from one cluster and added to another; otherwise, or when `anew`, all
 * are added from the beginning. moved[block] = how many rows have moved.
 */
export function addMoves(
  points: usize,
  columns: i32,
  weights: usize,
  weighted: i32,
  k: i32,
  labels: usize,
  counted: usize,
  anew: i32,
  sums: usize,
  moved: usize,
  blockRows: i32,
  list: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  const stride = bytes + 16
  const block = <usize>(start / blockRows)
  const own = sums + block * <usize>k * stride
  let listed = list
  for (let row = start; row < end; row++) {
    store<i32>(listed, row)
    const at = (<usize>row) << 2
    listed += (<usize>(load<i32>(labels + at) != load<i32>(counted + at))) << 2
  }
  const moves = i32((listed - list) >> 2)
  store<i32>(moved + (block << 2), moves)
  if (anew || moves > (end - start) >> 2) {
    memory.fill(own, 0, <usize>k * stride)
    for (let row = <usize>start; row < <usize>end; row++) {
      const label = load<i32>(labels + (row << 2))
      const weight = weighted ? load<f64>(weights + (row << 3)) : 1
      addRow(own + <usize>label * stride, points + row * bytes, bytes, weight, 1)
      store<i32>(counted + (row << 2), label)
    }
    return
  }
  for (let at = list; at < listed; at += 4) {
    const row = <usize>load<i32>(at)
    const label = load<i32>(labels + (row << 2))
    const before = load<i32>(counted + (row << 2))
    const weight = weighted ? load<f64>(weights + (row << 3)) : 1
    addRow(own + <usize>before * stride, points + row * bytes, bytes, -weight, -1)
    addRow(own + <usize>label * stride, points + row * bytes, bytes, weight, 1)
    store<i32>(counted + (row << 2), label)
  }
}
