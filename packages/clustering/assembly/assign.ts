import { addRow, sumRows } from './cluster-sums'
import { gapsIn, gapsTogether, narrowColumns, nearestIn, TOGETHER } from './narrow'

/** Half the distance from 1 to the next number of single precision: the largest share by which rounding errs. */
const NARROW_HALF_UNIT: f32 = 1.0 / 16777216

/** Centers of one tile: their distances to a row stay in four vectors. */
const TILE: usize = 8

/** Number of the nearest center that {@link nearestTwo} found last. */
let nearest: i32 = 0

/**
 * Squared distances of a point to its nearest center and to the next one, in two lanes; of equally near centers the lowest
 * number is noted. Tile t holds column c of its eight centers at (t * columns + c) * 8.
 *
 * Without branches: which of two centers is nearer is as good as random, and a wrong guess costs as much as a distance.
 */
function nearestTwo(point: usize, columns: i32, tiles: usize, tileCount: i32): v128 {
  let best = f64x2.splat(Infinity)
  let second = f64x2.splat(Infinity)
  let index = i64x2.splat(0)
  let number = i64x2(0, 1)
  const two = i64x2.splat(2)
  let at = tiles
  const last = point + ((<usize>columns) << 3)
  for (let tile = 0; tile < tileCount; tile++) {
    let a = f64x2.splat(0)
    let b = f64x2.splat(0)
    let c = f64x2.splat(0)
    let d = f64x2.splat(0)
    for (let cell = point; cell < last; cell += 8) {
      const x = v128.load64_splat(cell)
      const da = f64x2.sub(x, v128.load(at))
      const db = f64x2.sub(x, v128.load(at, 16))
      const dc = f64x2.sub(x, v128.load(at, 32))
      const dd = f64x2.sub(x, v128.load(at, 48))
      a = f64x2.add(a, f64x2.mul(da, da))
      b = f64x2.add(b, f64x2.mul(db, db))
      c = f64x2.add(c, f64x2.mul(dc, dc))
      d = f64x2.add(d, f64x2.mul(dd, dd))
      at += TILE << 3
    }
    index = v128.bitselect(number, index, f64x2.lt(a, best))
    second = f64x2.pmin(second, f64x2.pmax(a, best))
    best = f64x2.pmin(best, a)
    number = i64x2.add(number, two)
    index = v128.bitselect(number, index, f64x2.lt(b, best))
    second = f64x2.pmin(second, f64x2.pmax(b, best))
    best = f64x2.pmin(best, b)
    number = i64x2.add(number, two)
    index = v128.bitselect(number, index, f64x2.lt(c, best))
    second = f64x2.pmin(second, f64x2.pmax(c, best))
    best = f64x2.pmin(best, c)
    number = i64x2.add(number, two)
    index = v128.bitselect(number, index, f64x2.lt(d, best))
    second = f64x2.pmin(second, f64x2.pmax(d, best))
    best = f64x2.pmin(best, d)
    number = i64x2.add(number, two)
  }
  const even = f64x2.extract_lane(best, 0)
  const odd = f64x2.extract_lane(best, 1)
  const evenIndex = i32(i64x2.extract_lane(index, 0))
  const oddIndex = i32(i64x2.extract_lane(index, 1))
  nearest = select(evenIndex, oddIndex, i32(even < odd) | (i32(even == odd) & i32(evenIndex < oddIndex)))
  const most = v128.shuffle<f64>(best, best, 1, 0)
  const others = f64x2.pmin(f64x2.pmin(second, v128.shuffle<f64>(second, second, 1, 0)), f64x2.pmax(best, most))
  return v128.shuffle<f64>(f64x2.pmin(best, most), others, 0, 2)
}

/**
 * Gives every row the label of its nearest center, looking only at rows whose label may have changed.
 *
 * A row of cluster j keeps its label while `drops[j] < limits[row]`: the gap between its nearest center and the next, in
 * distance, shrinks at most by what `drops[j]` grows when centers move. The rows to look at are listed first, without
 * branches. Where there are narrow rows, they decide when the gap is larger than their error can be. With `mode`
 * 1, the sums of the block lose every row that leaves a cluster and get it where it goes, with 2 they are formed anew.
 */
export function assignRows(
  points: usize,
  columns: i32,
  weights: usize,
  weighted: i32,
  tiles: usize,
  tileCount: i32,
  narrow: usize,
  narrowTiles: usize,
  reach: f64,
  drops: usize,
  labels: usize,
  limits: usize,
  k: i32,
  mode: i32,
  sums: usize,
  moved: usize,
  blockRows: i32,
  list: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  let listed = list
  for (let row = start; row < end; row++) {
    store<i32>(listed, row)
    const drop = load<f64>(drops + ((<usize>load<i32>(labels + ((<usize>row) << 2))) << 3))
    listed += (<usize>!(drop < load<f64>(limits + ((<usize>row) << 3)))) << 2
  }
  const bytes = (<usize>columns) << 3
  const narrowed = reach < Infinity
  const width = (<usize>narrowColumns(columns)) << 2
  const rounding = <f64>(4 * (columns + 8)) * f64.EPSILON
  const narrowRounding = <f32>(columns + 16) * NARROW_HALF_UNIT
  const slack = <f32>(12 * <f64>NARROW_HALF_UNIT * reach + <f64>columns * 1e-21)
  const stride = bytes + 16
  const block = <usize>(start / blockRows)
  const own = sums + block * <usize>k * stride
  let moves = 0
  for (let from = list; from < listed;) {
    const to = min(listed, from + (TOGETHER << 2))
    let gaps = gapsIn(scratch, width)
    let numbers = nearestIn(scratch, width)
    if (narrowed)
      gapsTogether(narrow, i32(width >> 2), narrowTiles, tileCount, narrowRounding, slack, from, to, scratch)
    for (; from < to; from += 4) {
      const row = <usize>load<i32>(from)
      const point = points + row * bytes
      let gap: f64 = 0
      if (narrowed) {
        gap = <f64>load<f32>(gaps)
        nearest = load<i32>(numbers)
        gaps += 4
        numbers += 4
      }
      if (!(gap > 0)) gap = gapOf(nearestTwo(point, columns, tiles, tileCount), rounding)
      const drop = load<f64>(drops + ((<usize>nearest) << 3))
      store<f64>(limits + (row << 3), gap + (drop - rounding * drop))
      const before = load<i32>(labels + (row << 2))
      if (before == nearest) continue
      moves++
      store<i32>(labels + (row << 2), nearest)
      if (mode != 1) continue
      const weight = weighted ? load<f64>(weights + (row << 3)) : 1
      addRow(own + <usize>before * stride, point, bytes, -weight, -1)
      addRow(own + <usize>nearest * stride, point, bytes, weight, 1)
    }
  }
  store<i32>(moved + (block << 2), moves)
  if (mode == 2) sumRows(points, columns, weights, weighted, labels, k, sums, blockRows, start, end)
}

/** How much farther the next center is than the nearest, at least, when both distances may be wrong by a share. */
function gapOf(squares: v128, rounding: f64): f64 {
  const both = f64x2.sqrt(squares)
  const near = f64x2.extract_lane(both, 0)
  const next = f64x2.extract_lane(both, 1)
  return next - near - rounding * (next + near)
}

/** labels[r] = the nearest center of row r, distances[r] = its squared distance. */
export function nearestRows(
  points: usize,
  columns: i32,
  tiles: usize,
  tileCount: i32,
  labels: usize,
  distances: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  for (let row = <usize>start; row < <usize>end; row++) {
    const both = nearestTwo(points + row * bytes, columns, tiles, tileCount)
    store<i32>(labels + (row << 2), nearest)
    store<f64>(distances + (row << 3), f64x2.extract_lane(both, 0))
  }
}

/** distances[r] = squared distance of row r to the center of its label. */
export function ownDistances(
  points: usize,
  columns: i32,
  centers: usize,
  labels: usize,
  distances: usize,
  start: i32,
  end: i32,
): void {
  const bytes = (<usize>columns) << 3
  for (let row = <usize>start; row < <usize>end; row++) {
    const point = points + row * bytes
    const center = centers + <usize>load<i32>(labels + (row << 2)) * bytes
    let sum: f64 = 0
    for (let at: usize = 0; at < bytes; at += 8) {
      const gap = load<f64>(point + at) - load<f64>(center + at)
      sum += gap * gap
    }
    store<f64>(distances + (row << 3), sum)
  }
}
