/** Types stand for the two distances, so that the compiler makes a loop for each: an integer for sums of differences. */
type Euclidean = f64
type Manhattan = i32

/** Points of a piece: 4 KiB of each column. */
const PIECE: i32 = 512

/**
 * Four rows go together, so that each pair of points is loaded once for all; the last rows of a block may be their own
 * partners, which write the same twice. The square root is what takes the time: the rest is done meanwhile.
 */
export function silhouette(
  rows: usize,
  owners: usize,
  columns: i32,
  points: usize,
  weights: usize,
  starts: usize,
  sizes: usize,
  k: i32,
  values: usize,
  nearest: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  silhouetteBy<Euclidean>(
    rows,
    owners,
    columns,
    points,
    weights,
    starts,
    sizes,
    k,
    values,
    nearest,
    scratch,
    start,
    end,
  )
}

/** The same with sums of absolute differences. */
export function silhouetteManhattan(
  rows: usize,
  owners: usize,
  columns: i32,
  points: usize,
  weights: usize,
  starts: usize,
  sizes: usize,
  k: i32,
  values: usize,
  nearest: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  silhouetteBy<Manhattan>(
    rows,
    owners,
    columns,
    points,
    weights,
    starts,
    sizes,
    k,
    values,
    nearest,
    scratch,
    start,
    end,
  )
}

function silhouetteBy<Distance>(
  rows: usize,
  owners: usize,
  columns: i32,
  points: usize,
  weights: usize,
  starts: usize,
  sizes: usize,
  k: i32,
  values: usize,
  nearest: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const count = end - start
  const own = scratch + ((<usize>count) << 4)
  const least = own + ((<usize>count) << 3)
  const stride = (<usize>load<i32>(starts + ((<usize>k) << 2))) << 3
  const first = rows + ((<usize>start * columns) << 3)
  for (let i = 0; i < count; i++) store<f64>(least + ((<usize>i) << 3), Infinity)
  for (let cluster = 0; cluster < k; cluster++) {
    const last = load<i32>(starts + ((<usize>cluster) << 2), 4)
    memory.fill(scratch, 0, (<usize>count) << 4)
    for (let from = load<i32>(starts + ((<usize>cluster) << 2)); from < last; from += PIECE) {
      const to = min(last, from + PIECE)
      const cells = points + ((<usize>from) << 3)
      const counted = weights + ((<usize>from) << 3)
      for (let i = 0; i < count; i += 4)
        addPiece<Distance>(first, i, count, columns, cells, stride, counted, (<usize>(to - from)) << 3, scratch)
    }
    note(cluster, sizes, owners + ((<usize>start) << 2), nearest + ((<usize>start) << 2), scratch, own, least, count)
  }
  for (let i = 0; i < count; i++) {
    const a = load<f64>(own + ((<usize>i) << 3))
    const b = load<f64>(least + ((<usize>i) << 3))
    const largest = max(a, b)
    store<f64>(values + ((<usize>(start + i)) << 3), a < 0 || largest == 0 ? 0 : (b - a) / largest)
  }
}

function addPiece<Distance>(
  first: usize,
  i: i32,
  count: i32,
  columns: i32,
  cells: usize,
  stride: usize,
  weights: usize,
  bytes: usize,
  sums: usize,
): void {
  const rowBytes = (<usize>columns) << 3
  const i1 = min(i + 1, count - 1)
  const i2 = min(i + 2, count - 1)
  const i3 = min(i + 3, count - 1)
  const p0 = first + <usize>i * rowBytes
  const p1 = first + <usize>i1 * rowBytes
  const p2 = first + <usize>i2 * rowBytes
  const p3 = first + <usize>i3 * rowBytes
  let s0 = v128.load(sums + ((<usize>i) << 4))
  let s1 = v128.load(sums + ((<usize>i1) << 4))
  let s2 = v128.load(sums + ((<usize>i2) << 4))
  let s3 = v128.load(sums + ((<usize>i3) << 4))
  for (let at: usize = 0; at < bytes; at += 16) {
    let q0 = f64x2.splat(0)
    let q1 = q0
    let q2 = q0
    let q3 = q0
    let cell = cells + at
    for (let c: usize = 0; c < rowBytes; c += 8) {
      const x = v128.load(cell)
      q0 = f64x2.add(q0, term<Distance>(f64x2.sub(x, v128.load64_splat(p0 + c))))
      q1 = f64x2.add(q1, term<Distance>(f64x2.sub(x, v128.load64_splat(p1 + c))))
      q2 = f64x2.add(q2, term<Distance>(f64x2.sub(x, v128.load64_splat(p2 + c))))
      q3 = f64x2.add(q3, term<Distance>(f64x2.sub(x, v128.load64_splat(p3 + c))))
      cell += stride
    }
    const w = v128.load(weights + at)
    s0 = f64x2.add(s0, f64x2.mul(w, root<Distance>(q0)))
    s1 = f64x2.add(s1, f64x2.mul(w, root<Distance>(q1)))
    s2 = f64x2.add(s2, f64x2.mul(w, root<Distance>(q2)))
    s3 = f64x2.add(s3, f64x2.mul(w, root<Distance>(q3)))
  }
  v128.store(sums + ((<usize>i) << 4), s0)
  v128.store(sums + ((<usize>i1) << 4), s1)
  v128.store(sums + ((<usize>i2) << 4), s2)
  v128.store(sums + ((<usize>i3) << 4), s3)
}

function term<Distance>(gap: v128): v128 {
  return isInteger<Distance>() ? f64x2.abs(gap) : f64x2.mul(gap, gap)
}

function root<Distance>(sum: v128): v128 {
  return isInteger<Distance>() ? sum : f64x2.sqrt(sum)
}

/** What the sums over one cluster say about each row of the block. */
function note(
  cluster: i32,
  sizes: usize,
  owners: usize,
  nearest: usize,
  sums: usize,
  own: usize,
  least: usize,
  count: i32,
): void {
  const size = load<f64>(sizes + ((<usize>cluster) << 3))
  for (let i: usize = 0; i < <usize>count; i++) {
    const both = v128.load(sums + (i << 4))
    const sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1)
    if (load<i32>(owners + (i << 2)) == cluster) {
      store<f64>(own + (i << 3), size > 1 ? sum / (size - 1) : -1)
    } else if (sum / size < load<f64>(least + (i << 3))) {
      store<f64>(least + (i << 3), sum / size)
      store<i32>(nearest + (i << 2), cluster)
    }
  }
}
