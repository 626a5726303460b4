/** Centers of one tile. */
const TILE = 8

/** Columns of a narrow row: an even number, the last one is 0 where the points have an odd one. */
export function narrowColumns(columns: number): number {
  return columns + (columns % 2)
}

/** narrow[r] = row r less the shift, in single precision. */
export function narrowRows(
  points: Float64Array,
  columns: number,
  shift: Float64Array,
  narrow: Float32Array,
  start: number,
  end: number,
): void {
  const width = narrowColumns(columns)
  for (let row = start; row < end; row++) {
    for (let c = 0; c < columns; c++) narrow[row * width + c] = points[row * columns + c]! - shift[c]!
    if (width > columns) narrow[row * width + columns] = 0
  }
}

/** The center that looks nearest to a narrow row, and by how much the next one is surely farther; not above 0 when unsure. */
export interface NarrowGap {
  readonly nearest: number
  readonly gap: number
}

/**
 * Each step in single precision. Tile t holds column c of its eight centers at (t * columns + c) * 8.
 * @param rounding the share by which the sum of two distances may be wrong
 * @param slack what comes to this
 */
export function narrowGap(
  point: Float32Array,
  tiles: Float32Array,
  tileCount: number,
  rounding: number,
  slack: number,
): NarrowGap {
  const columns = point.length
  let nearest = 0
  let best = Infinity
  let second = Infinity
  for (let center = 0; center < tileCount * TILE; center++) {
    const at = Math.floor(center / TILE) * columns * TILE + (center % TILE)
    let distance = 0
    for (let column = 0; column < columns; column++) {
      const gap = Math.fround(point[column]! - tiles[at + column * TILE]!)
      distance = Math.fround(distance + Math.fround(gap * gap))
    }
    second = Math.min(second, Math.max(best, distance))
    if (distance < best) {
      best = distance
      nearest = center
    }
  }
  const near = Math.fround(Math.sqrt(best))
  const next = Math.fround(Math.sqrt(second))
  const errors = Math.fround(Math.fround(Math.fround(next + near) * rounding) + slack)
  return { nearest, gap: Math.fround(Math.fround(next - near) - errors) }
}
