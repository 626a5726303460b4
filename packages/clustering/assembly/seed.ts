/** Squared distance of two rows: differences first, columns in order. */
function squaredDistance(point: usize, center: usize, bytes: usize): f64 {
  let sum: f64 = 0
  for (let at: usize = 0; at < bytes; at += 8) {
    const gap = load<f64>(point + at) - load<f64>(center + at)
    sum += gap * gap
  }
  return sum
}

/**
 * into[block][c] = what would be left of the weighted squared distances of the block if candidate c were picked too, for as
 * many candidates as the block has room for in vectors of two. Column c of pair p of candidates stands at (p * columns + c) * 2.
 */
export function potentials(
  points: usize,
  columns: i32,
  weights: usize,
  weighted: i32,
  candidates: usize,
  pairs: i32,
  distances: usize,
  into: usize,
  blockRows: i32,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  const own = into + ((<usize>(start / blockRows) * <usize>pairs) << 4)
  const two = bytes << 1
  for (let pair: usize = 0; pair < <usize>pairs; pair += 2) {
    const centers = candidates + pair * two
    // Two pairs at a time, so that neither waits for its own sums; a last one without a partner is its own.
    const others = pair + 1 < <usize>pairs ? two : 0
    let total = f64x2.splat(0)
    let otherTotal = f64x2.splat(0)
    for (let row = <usize>start; row < <usize>end; row++) {
      let cell = points + row * bytes
      let sum = f64x2.splat(0)
      let other = f64x2.splat(0)
      for (let at: usize = 0; at < two; at += 16) {
        const x = v128.load64_splat(cell)
        const gap = f64x2.sub(x, v128.load(centers + at))
        const otherGap = f64x2.sub(x, v128.load(centers + others + at))
        sum = f64x2.add(sum, f64x2.mul(gap, gap))
        other = f64x2.add(other, f64x2.mul(otherGap, otherGap))
        cell += 8
      }
      const distance = v128.load64_splat(distances + (row << 3))
      sum = f64x2.pmin(distance, sum)
      other = f64x2.pmin(distance, other)
      if (weighted) {
        const weight = v128.load64_splat(weights + (row << 3))
        sum = f64x2.mul(sum, weight)
        other = f64x2.mul(other, weight)
      }
      total = f64x2.add(total, sum)
      otherTotal = f64x2.add(otherTotal, other)
    }
    v128.store(own + (pair << 4), total)
    if (others > 0) v128.store(own + (pair << 4), otherTotal, 16)
  }
}

/** distances[r] = the less of itself and the squared distance to `center`; into[block] = their weighted sum. */
export function lowerDistances(
  points: usize,
  columns: i32,
  weights: usize,
  weighted: i32,
  center: usize,
  distances: usize,
  into: usize,
  blockRows: i32,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  let total: f64 = 0
  for (let row = <usize>start; row < <usize>end; row++) {
    const distance = squaredDistance(points + row * bytes, center, bytes)
    const before = load<f64>(distances + (row << 3))
    const least = select(distance, before, distance < before)
    store<f64>(distances + (row << 3), least)
    total += weighted ? load<f64>(weights + (row << 3)) * least : least
  }
  store<f64>(into + ((<usize>(start / blockRows)) << 3), total)
}
