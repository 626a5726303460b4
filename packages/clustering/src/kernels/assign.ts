import { addRow, sumRows } from './cluster-sums.js'
import { narrowColumns, narrowGap, type NarrowGap } from './narrow.js'

/** Half the distance from 1 to the next number of single precision: the largest share by which rounding errs. */
const NARROW_HALF_UNIT = 2 ** -24

/** Centers of one tile. */
const TILE = 8

/** The nearest center of a point, and the squared distances to it and to the next one. */
interface NearestTwo {
  readonly nearest: number
  readonly near: number
  readonly next: number
}

/** Of equally near centers the lowest number counts. Tile t holds column c of its eight centers at (t * columns + c) * 8. */
function nearestTwo(point: Float64Array, tiles: Float64Array, tileCount: number): NearestTwo {
  const columns = point.length
  let nearest = 0
  let near = Infinity
  let next = Infinity
  for (let center = 0; center < tileCount * TILE; center++) {
    const at = Math.floor(center / TILE) * columns * TILE + (center % TILE)
    let distance = 0
    for (let column = 0; column < columns; column++) {
      const gap = point[column]! - tiles[at + column * TILE]!
      distance += gap * gap
    }
    next = Math.min(next, Math.max(near, distance))
    if (distance < near) {
      near = distance
      nearest = center
    }
  }
  return { nearest, near, next }
}

/**
 * Gives every row the label of its nearest center, looking only at rows whose label may have changed, and notes how many
 * have changed: moved[block].
 *
 * A row of cluster j keeps its label while `drops[j] < limits[row]`: the gap between its nearest center and the next, in
 * distance, shrinks at most by what `drops[j]` grows when centers move (Hamerly's bound, with one number a row instead of
 * two to be updated in every round).
 *
 * `narrow` and `narrowTiles` hold rows and centers less a common shift, in single precision: half the memory, half the
 * work. They decide where the gap is larger than their error can be. Let u = 2⁻²⁴ and d a distance: rounding row and center
 * moves each by at most u times its own length, and the d² of so many columns errs by (columns + 2) u d², so that d errs by at most
 * u ((columns / 2 + 1) d + |row| + |center|) and little more. With |row| ≤ near + reach and |center| ≤ `reach`, the largest
 * length of a center, both distances together err by less than u ((columns / 2 + 4) (near + next) + 4 reach), to
 * which the rounding of the roots and of the gap adds 4 u (near + next). The kernel allows twice that; squares too
 * small for single precision add less than 1e-21 a column. A `reach` of Infinity says that there are no narrow rows.
 *
 * With `mode` 1, the sums of the block lose every row that leaves a cluster and get it where it goes; with 2 they are formed
 * anew, with 0 left alone. `scratch` is room
 * for copies of narrow rows, which only the kernel makes.
 * @see Hamerly (2010), "Making k-means even faster", SIAM International Conference on Data Mining
 */
export function assignRows(
  points: Float64Array,
  columns: number,
  weights: Float64Array,
  weighted: number,
  tiles: Float64Array,
  tileCount: number,
  narrow: Float32Array,
  narrowTiles: Float32Array,
  reach: number,
  drops: Float64Array,
  labels: Int32Array,
  limits: Float64Array,
  k: number,
  mode: number,
  sums: Float64Array,
  moved: Int32Array,
  blockRows: number,
  list: Int32Array,
  _scratch: Float32Array,
  start: number,
  end: number,
): void {
  const placed = { points, columns, tiles, tileCount, narrow, narrowTiles, reach }
  const block = start / blockRows
  const length = k * (columns + 2)
  const own = { points, columns, weights, weighted, own: sums.subarray(block * length, (block + 1) * length) }
  let listed = 0
  let moves = 0
  for (let row = start; row < end; row++) if (!(drops[labels[row]!]! < limits[row]!)) list[listed++] = row
  for (const row of list.subarray(0, listed)) {
    const { nearest, gap } = look(placed, row)
    const drop = drops[nearest]!
    limits[row] = gap + (drop - roundingOf(columns) * drop)
    const before = labels[row]!
    if (before === nearest) continue
    moves++
    labels[row] = nearest
    if (mode !== 1) continue
    addRow(own, row, before, -1)
    addRow(own, row, nearest, 1)
  }
  moved[block] = moves
  if (mode === 2) sumRows(points, columns, weights, weighted, labels, k, sums, blockRows, start, end)
}

/** Rows and centers in both precisions. */
interface Placed {
  readonly points: Float64Array
  readonly columns: number
  readonly tiles: Float64Array
  readonly tileCount: number
  readonly narrow: Float32Array
  readonly narrowTiles: Float32Array
  readonly reach: number
}

/** The nearest center of a row, and by how much the next one is surely farther. */
function look({ points, columns, tiles, tileCount, narrow, narrowTiles, reach }: Placed, row: number): NarrowGap {
  if (reach < Infinity) {
    const width = narrowColumns(columns)
    const point = narrow.subarray(row * width, (row + 1) * width)
    const slack = Math.fround(12 * NARROW_HALF_UNIT * reach + columns * 1e-21)
    const found = narrowGap(point, narrowTiles, tileCount, (columns + 16) * NARROW_HALF_UNIT, slack)
    if (found.gap > 0) return found
  }
  const found = nearestTwo(points.subarray(row * columns, (row + 1) * columns), tiles, tileCount)
  return { nearest: found.nearest, gap: gapOf(found, roundingOf(columns)) }
}

/** The share by which a distance, the root of a sum of so many squares, may be wrong; four times, to be on the safe side. */
function roundingOf(columns: number): number {
  return 4 * (columns + 8) * Number.EPSILON
}

/** How much farther the next center is than the nearest, at least, when both distances may be wrong by a share. */
function gapOf(squares: NearestTwo, rounding: number): number {
  const near = Math.sqrt(squares.near)
  const next = Math.sqrt(squares.next)
  return next - near - rounding * (next + near)
}

/** labels[r] = the nearest center of row r, distances[r] = its squared distance. */
export function nearestRows(
  points: Float64Array,
  columns: number,
  tiles: Float64Array,
  tileCount: number,
  labels: Int32Array,
  distances: Float64Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const found = nearestTwo(points.subarray(row * columns, (row + 1) * columns), tiles, tileCount)
    labels[row] = found.nearest
    distances[row] = found.near
  }
}

/** distances[r] = squared distance of row r to the center of its label. */
export function ownDistances(
  points: Float64Array,
  columns: number,
  centers: Float64Array,
  labels: Int32Array,
  distances: Float64Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const from = labels[row]! * columns
    let sum = 0
    for (let column = 0; column < columns; column++) {
      const gap = points[row * columns + column]! - centers[from + column]!
      sum += gap * gap
    }
    distances[row] = sum
  }
}
