/** into[block] = 1 when every number of the block is finite and at most `limit` in size, otherwise 0. */
export function withinLimit(values: usize, limit: f64, into: usize, blockRows: i32, start: i32, end: i32): void {
  const most = f64x2.splat(limit)
  let within = i64x2.splat(-1)
  let at = values + ((<usize>start) << 3)
  const last = values + ((<usize>end) << 3)
  for (; at + 16 <= last; at += 16) within = v128.and(within, f64x2.le(f64x2.abs(v128.load(at)), most))
  let all = v128.all_true<i64>(within)
  if (at < last) all = all && Math.abs(load<f64>(at)) <= limit
  store<i32>(into + ((<usize>(start / blockRows)) << 2), i32(all))
}
