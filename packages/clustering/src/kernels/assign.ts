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
 * Gives every row the label of its nearest center, looking only at rows whose label may have changed.
 *
 * A row of cluster j keeps its label while `drops[j] < limits[row]`: the gap between its nearest center and the next, in
 * distance, shrinks at most by what `drops[j]` grows when centers move (Hamerly's bound, with one number a row instead of
 * two to be updated in every round). `rounding` is the share by which distances may be wrong.
 * @see Hamerly (2010), "Making k-means even faster", SIAM International Conference on Data Mining
 */
export function assignRows(
  points: Float64Array,
  columns: number,
  tiles: Float64Array,
  tileCount: number,
  drops: Float64Array,
  rounding: number,
  labels: Int32Array,
  limits: Float64Array,
  list: Int32Array,
  start: number,
  end: number,
): void {
  let listed = 0
  for (let row = start; row < end; row++) if (!(drops[labels[row]!]! < limits[row]!)) list[listed++] = row
  for (const row of list.subarray(0, listed)) {
    const found = nearestTwo(points.subarray(row * columns, (row + 1) * columns), tiles, tileCount)
    const near = Math.sqrt(found.near)
    const next = Math.sqrt(found.next)
    const drop = drops[found.nearest]!
    labels[row] = found.nearest
    limits[row] = next - near + drop - rounding * (next + near + drop)
  }
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
