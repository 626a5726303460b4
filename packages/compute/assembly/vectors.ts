/**
 * Dot product of two vectors with four partial sums for f32 lanes (or two for f64), twice over, so that one addition need not
 * wait for the last: lane sums are added in lane order, then what is left over.
 */
function dot<T>(a: usize, b: usize, length: i32): T {
  let s0 = v128.splat<T>(<T>0)
  let s1 = v128.splat<T>(<T>0)
  const bytes = <usize>length * sizeof<T>()
  const whole = bytes & ~31
  let at: usize = 0
  for (; at < whole; at += 32) {
    s0 = v128.add<T>(s0, v128.mul<T>(v128.load(a + at), v128.load(b + at)))
    s1 = v128.add<T>(s1, v128.mul<T>(v128.load(a + at, 16), v128.load(b + at, 16)))
  }
  const s = v128.add<T>(s0, s1)
  let sum: T
  if (sizeof<T>() == 4) {
    sum = <T>(
      (v128.extract_lane<f32>(s, 0) +
        v128.extract_lane<f32>(s, 1) +
        (v128.extract_lane<f32>(s, 2) + v128.extract_lane<f32>(s, 3)))
    )
  } else {
    sum = <T>(v128.extract_lane<f64>(s, 0) + v128.extract_lane<f64>(s, 1))
  }
  for (; at < bytes; at += sizeof<T>()) sum += load<T>(a + at) * load<T>(b + at)
  return sum
}

/** into[r] = row r of matrix · vector. */
export function timesVectorF32(matrix: usize, columns: i32, vector: usize, into: usize, start: i32, end: i32): void {
  for (let r = start; r < end; r++) {
    store<f32>(into + ((<usize>r) << 2), dot<f32>(matrix + ((<usize>r * columns) << 2), vector, columns))
  }
}

/** into[r] = row r of matrix · vector. */
export function timesVectorF64(matrix: usize, columns: i32, vector: usize, into: usize, start: i32, end: i32): void {
  for (let r = start; r < end; r++) {
    store<f64>(into + ((<usize>r) << 3), dot<f64>(matrix + ((<usize>r * columns) << 3), vector, columns))
  }
}

/** into[r][c] = squared Euclidean distance of point r and center c: differences first, so that nothing cancels. */
export function squaredDistances(
  points: usize,
  columns: i32,
  centers: usize,
  k: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  const whole = bytes & ~15
  for (let r = start; r < end; r++) {
    const point = points + <usize>r * bytes
    for (let c = 0; c < k; c++) {
      const center = centers + <usize>c * bytes
      let s = f64x2.splat(0)
      for (let at: usize = 0; at < whole; at += 16) {
        const d = f64x2.sub(v128.load(point + at), v128.load(center + at))
        s = f64x2.add(s, f64x2.mul(d, d))
      }
      let sum = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1)
      if (whole < bytes) {
        const d = load<f64>(point + whole) - load<f64>(center + whole)
        sum += d * d
      }
      store<f64>(into + ((<usize>r * k + c) << 3), sum)
    }
  }
}

/** into[r] = sum over the cells of sparse row r of value * dense row of the cell's column. */
export function sparseTimesDense(
  offsets: usize,
  indices: usize,
  values: usize,
  dense: usize,
  columns: i32,
  into: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  const whole = bytes & ~15
  for (let r = start; r < end; r++) {
    const out = into + <usize>r * bytes
    memory.fill(out, 0, bytes)
    const last = load<i32>(offsets + ((<usize>r) << 2), 4)
    for (let i = load<i32>(offsets + ((<usize>r) << 2)); i < last; i++) {
      const row = dense + <usize>load<i32>(indices + ((<usize>i) << 2)) * bytes
      const value = load<f64>(values + ((<usize>i) << 3))
      const both = f64x2.splat(value)
      for (let at: usize = 0; at < whole; at += 16) {
        v128.store(out + at, f64x2.add(v128.load(out + at), f64x2.mul(both, v128.load(row + at))))
      }
      if (whole < bytes) store<f64>(out + whole, load<f64>(out + whole) + value * load<f64>(row + whole))
    }
  }
}
