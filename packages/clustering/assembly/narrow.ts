/** Centers of one tile: as the rows' columns are told apart. */
const TILE: usize = 8

/** Columns of a narrow row: an even number, the last one is 0 where the points have an odd one. */
export function narrowColumns(columns: i32): i32 {
  return (columns + 1) & ~1
}

/** narrow[r] = row r less the shift, in single precision. */
export function narrowRows(points: usize, columns: i32, shift: usize, narrow: usize, start: i32, end: i32): void {
  const width = (<usize>narrowColumns(columns)) << 2
  const bytes = (<usize>columns) << 3
  const whole = bytes & ~15
  for (let row = <usize>start; row < <usize>end; row++) {
    const point = points + row * bytes
    const into = narrow + row * width
    for (let at: usize = 0; at < whole; at += 16) {
      const both = f32x4.demote_f64x2_zero(f64x2.sub(v128.load(point + at), v128.load(shift + at)))
      v128.store_lane<f64>(into + (at >> 1), both, 0)
    }
    if (whole < bytes) {
      store<f32>(into + (whole >> 1), f32(load<f64>(point + whole) - load<f64>(shift + whole)))
      store<f32>(into + (whole >> 1), 0, 4)
    }
  }
}

/** Narrow rows that are looked at together. */
export const TOGETHER: usize = 64

/** Where {@link gapsTogether} notes the gaps, and the nearest centers, of rows with so many bytes. */
export function gapsIn(scratch: usize, width: usize): usize {
  return scratch + TOGETHER * width
}
export function nearestIn(scratch: usize, width: usize): usize {
  return scratch + TOGETHER * (width + 4)
}

/**
 * Looks for the nearest centers of up to 64 listed rows and by how much the next center is surely farther.
 *
 * The rows are brought together first, four by four and column by column, so that waiting for the memory of one overlaps
 * with that of the others; then each lane of a vector is a row.
 */
export function gapsTogether(
  narrow: usize,
  columns: i32,
  tiles: usize,
  tileCount: i32,
  rounding: f32,
  slack: f32,
  list: usize,
  listEnd: usize,
  scratch: usize,
): void {
  const width = (<usize>columns) << 2
  bringTogether(narrow, width, list, listEnd, scratch)
  const rows = (listEnd - list) >> 2
  for (let row: usize = 0; row < rows; row += 4) {
    gapsOfFour(
      scratch + row * width,
      width,
      tiles,
      tileCount,
      rounding,
      slack,
      gapsIn(scratch, width) + (row << 2),
      nearestIn(scratch, width) + (row << 2),
    )
  }
}

/** Column c of row 4 i + j goes to place (i * columns + c) * 4 + j; the last row fills what is missing to four. */
function bringTogether(narrow: usize, width: usize, list: usize, listEnd: usize, into: usize): void {
  const last = listEnd - 4
  for (let at = list; at < listEnd; at += 16) {
    const a = narrow + <usize>load<i32>(at) * width
    const b = narrow + <usize>load<i32>(min(at + 4, last)) * width
    const c = narrow + <usize>load<i32>(min(at + 8, last)) * width
    const d = narrow + <usize>load<i32>(min(at + 12, last)) * width
    for (let cell: usize = 0; cell < width; cell += 8) {
      const ab = v128.shuffle<f32>(v128.load64_zero(a + cell), v128.load64_zero(b + cell), 0, 4, 1, 5)
      const cd = v128.shuffle<f32>(v128.load64_zero(c + cell), v128.load64_zero(d + cell), 0, 4, 1, 5)
      v128.store(into, v128.shuffle<f64>(ab, cd, 0, 2))
      v128.store(into, v128.shuffle<f64>(ab, cd, 1, 3), 16)
      into += 32
    }
  }
}

/** The same for four rows: tile t holds column c of its eight centers at (t * columns + c) * 8. */
function gapsOfFour(
  rows: usize,
  width: usize,
  tiles: usize,
  tileCount: i32,
  rounding: f32,
  slack: f32,
  gaps: usize,
  nearest: usize,
): void {
  let best = f32x4.splat(Infinity)
  let second = f32x4.splat(Infinity)
  let index = i32x4.splat(0)
  let number = i32x4.splat(0)
  const one = i32x4.splat(1)
  const last = rows + (width << 2)
  for (let half = 0; half < tileCount << 1; half++) {
    let a = f32x4.splat(0)
    let b = f32x4.splat(0)
    let c = f32x4.splat(0)
    let d = f32x4.splat(0)
    let at = tiles + <usize>(half >> 1) * (width << 3) + ((<usize>(half & 1)) << 4)
    for (let cell = rows; cell < last; cell += 16) {
      const x = v128.load(cell)
      const da = f32x4.sub(x, v128.load32_splat(at))
      const db = f32x4.sub(x, v128.load32_splat(at, 4))
      const dc = f32x4.sub(x, v128.load32_splat(at, 8))
      const dd = f32x4.sub(x, v128.load32_splat(at, 12))
      a = f32x4.add(a, f32x4.mul(da, da))
      b = f32x4.add(b, f32x4.mul(db, db))
      c = f32x4.add(c, f32x4.mul(dc, dc))
      d = f32x4.add(d, f32x4.mul(dd, dd))
      at += TILE << 2
    }
    index = v128.bitselect(number, index, f32x4.lt(a, best))
    second = f32x4.pmin(second, f32x4.pmax(a, best))
    best = f32x4.pmin(best, a)
    number = i32x4.add(number, one)
    index = v128.bitselect(number, index, f32x4.lt(b, best))
    second = f32x4.pmin(second, f32x4.pmax(b, best))
    best = f32x4.pmin(best, b)
    number = i32x4.add(number, one)
    index = v128.bitselect(number, index, f32x4.lt(c, best))
    second = f32x4.pmin(second, f32x4.pmax(c, best))
    best = f32x4.pmin(best, c)
    number = i32x4.add(number, one)
    index = v128.bitselect(number, index, f32x4.lt(d, best))
    second = f32x4.pmin(second, f32x4.pmax(d, best))
    best = f32x4.pmin(best, d)
    number = i32x4.add(number, one)
  }
  const near = f32x4.sqrt(best)
  const next = f32x4.sqrt(second)
  const errors = f32x4.add(f32x4.mul(f32x4.add(next, near), f32x4.splat(rounding)), f32x4.splat(slack))
  v128.store(gaps, f32x4.sub(f32x4.sub(next, near), errors))
  v128.store(nearest, index)
}
