/** Rows of a register tile: 4 rows by two vectors are 8 accumulators, half of the 16 registers of x86-64. */
export const TILE_ROWS: i32 = 4

/** Columns of a register tile: two vectors, 8 for f32 and 4 for f64. */
export function tileColumns<T>(): i32 {
  return 32 / sizeof<T>()
}

/**
 * into[r][c] += sum over k of a[k][r] * b[k][c], for one tile of packed panels.
 *
 * The sums stay in registers over the whole depth. Not unrolled: two steps at once need more registers than there are, and
 * the spills cost a quarter of the speed.
 */
export function addTile<T>(a: usize, b: usize, depth: i32, into: usize, stride: usize): void {
  let s00 = v128.splat<T>(<T>0)
  let s01 = v128.splat<T>(<T>0)
  let s10 = v128.splat<T>(<T>0)
  let s11 = v128.splat<T>(<T>0)
  let s20 = v128.splat<T>(<T>0)
  let s21 = v128.splat<T>(<T>0)
  let s30 = v128.splat<T>(<T>0)
  let s31 = v128.splat<T>(<T>0)
  const end = b + ((<usize>depth) << 5)
  while (b < end) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let row = v128.load_splat<T>(a)
    s00 = v128.add<T>(s00, v128.mul<T>(row, b0))
    s01 = v128.add<T>(s01, v128.mul<T>(row, b1))
    row = v128.load_splat<T>(a, sizeof<T>())
    s10 = v128.add<T>(s10, v128.mul<T>(row, b0))
    s11 = v128.add<T>(s11, v128.mul<T>(row, b1))
    row = v128.load_splat<T>(a, 2 * sizeof<T>())
    s20 = v128.add<T>(s20, v128.mul<T>(row, b0))
    s21 = v128.add<T>(s21, v128.mul<T>(row, b1))
    row = v128.load_splat<T>(a, 3 * sizeof<T>())
    s30 = v128.add<T>(s30, v128.mul<T>(row, b0))
    s31 = v128.add<T>(s31, v128.mul<T>(row, b1))
    a += 4 * sizeof<T>()
    b += 32
  }
  addRow<T>(into, s00, s01)
  addRow<T>(into + stride, s10, s11)
  addRow<T>(into + 2 * stride, s20, s21)
  addRow<T>(into + 3 * stride, s30, s31)
}

function addRow<T>(into: usize, left: v128, right: v128): void {
  v128.store(into, v128.add<T>(v128.load(into), left))
  v128.store(into, v128.add<T>(v128.load(into, 16), right), 16)
}

/** As addTile, at an edge: only `rows` by `columns` of the tile exist in `into`; `spare` has room for one whole tile. */
export function addPartOfTile<T>(
  a: usize,
  b: usize,
  depth: i32,
  into: usize,
  stride: usize,
  rows: i32,
  columns: i32,
  spare: usize,
): void {
  memory.fill(spare, 0, 4 * 32)
  addTile<T>(a, b, depth, spare, 32)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const cell = into + <usize>r * stride + <usize>c * sizeof<T>()
      store<T>(cell, load<T>(cell) + load<T>(spare + ((<usize>r) << 5) + <usize>c * sizeof<T>()))
    }
  }
}
