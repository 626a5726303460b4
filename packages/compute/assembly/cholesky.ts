import { pack } from './pack'
import { DEPTH } from './product'
import { addPartOfTile, addTile } from './tile'

/** Rows and columns of a diagonal block. */
const BLOCK: i32 = 128

function cellOf(matrix: usize, n: i32, row: i32, column: i32): usize {
  return matrix + ((<usize>row * n + column) << 3)
}

/**
 * Factors one diagonal block in place and inverts the factor into `inverse` (BLOCK × BLOCK, lower, row by row).
 * `status[0]` becomes 1 + the pivot that is not positive.
 */
export function factorDiagonal(
  matrix: usize,
  n: i32,
  from: i32,
  size: i32,
  inverse: usize,
  packedInverse: usize,
  status: usize,
  start: i32,
  end: i32,
): void {
  for (let j = 0; j < size; j++) {
    const rowJ = cellOf(matrix, n, from + j, from)
    let pivot = load<f64>(rowJ + ((<usize>j) << 3))
    for (let k = 0; k < j; k++) {
      const l = load<f64>(rowJ + ((<usize>k) << 3))
      pivot -= l * l
    }
    if (!(pivot > 0)) {
      store<i32>(status, from + j + 1)
      return
    }
    const root = sqrt(pivot)
    store<f64>(rowJ + ((<usize>j) << 3), root)
    for (let i = j + 1; i < size; i++) {
      const rowI = cellOf(matrix, n, from + i, from)
      let sum = load<f64>(rowI + ((<usize>j) << 3))
      for (let k = 0; k < j; k++) sum -= load<f64>(rowI + ((<usize>k) << 3)) * load<f64>(rowJ + ((<usize>k) << 3))
      store<f64>(rowI + ((<usize>j) << 3), sum / root)
    }
  }
  invertLower(cellOf(matrix, n, from, from), n, size, inverse)
  pack<f64>(inverse, BLOCK << 3, 8, size, size, 4, packedInverse)
}

/** inverse = lower⁻¹, column by column of the unit matrix. */
function invertLower(lower: usize, n: i32, size: i32, inverse: usize): void {
  memory.fill(inverse, 0, (<usize>(BLOCK * BLOCK)) << 3)
  for (let i = 0; i < size; i++) {
    const rowI = lower + ((<usize>i * n) << 3)
    const diagonal = load<f64>(rowI + ((<usize>i) << 3))
    const out = inverse + ((<usize>(i * BLOCK)) << 3)
    for (let k = 0; k < i; k++) {
      const l = load<f64>(rowI + ((<usize>k) << 3))
      const other = inverse + ((<usize>(k * BLOCK)) << 3)
      for (let j = 0; j <= k; j++) {
        const at = (<usize>j) << 3
        store<f64>(out + at, load<f64>(out + at) - l * load<f64>(other + at))
      }
    }
    for (let j = 0; j < i; j++) {
      const at = (<usize>j) << 3
      store<f64>(out + at, load<f64>(out + at) / diagonal)
    }
    store<f64>(out + ((<usize>i) << 3), 1 / diagonal)
  }
}

/**
 * The rows below a diagonal block: L21 = A21 · (L11⁻¹)ᵀ, written over A21 and packed in panels of four rows, once as it is and
 * once negated. Row 0 of the task is the first row below the block.
 */
export function solvePanel(
  matrix: usize,
  n: i32,
  from: i32,
  size: i32,
  packedInverse: usize,
  packed: usize,
  negated: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const rows = end - start
  const first = cellOf(matrix, n, from + size + start, from)
  const stride = (<usize>n) << 3
  const left = scratch + 128
  pack<f64>(first, stride, 8, rows, size, 4, left)
  for (let r = 0; r < rows; r++) memory.fill(first + <usize>r * stride, 0, (<usize>size) << 3)
  for (let c = 0; c < size; c += 4) {
    const b = packedInverse + ((<usize>c * size) << 3)
    // Rows of the inverse end at its diagonal.
    const depth = min(size, c + 4)
    for (let r = 0; r < rows; r += 4) {
      const cell = first + <usize>r * stride + ((<usize>c) << 3)
      addTileOrPart(left + ((<usize>r * size) << 3), b, depth, cell, stride, rows - r, size - c, scratch)
    }
  }
  const to = (<usize>start * size) << 3
  pack<f64>(first, stride, 8, rows, size, 4, packed + to)
  const bytes = (<usize>((rows + 3) & ~3) * size) << 3
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(negated + to + at, f64x2.neg(v128.load(packed + to + at)))
  }
}

/** A22 -= L21 · L21ᵀ on and below the diagonal. Row 0 of the task is the first row below the diagonal block. */
export function updateTrailing(
  matrix: usize,
  n: i32,
  first: i32,
  size: i32,
  packed: usize,
  negated: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const stride = (<usize>n) << 3
  for (let c = 0; c < end; c += 4) {
    const b = packed + ((<usize>c * size) << 3)
    for (let r = max(start, c); r < end; r += 4) {
      const a = negated + ((<usize>r * size) << 3)
      const cell = cellOf(matrix, n, first + r, first + c)
      const high = min(4, end - r)
      if (high == 4) addTile<f64>(a, b, size, cell, stride)
      else addPartOfTile<f64>(a, b, size, cell, stride, high, min(4, end - c), scratch)
    }
  }
}

/** A tile of which `rows` and `columns` are left, whole where these are four or more. */
function addTileOrPart(
  a: usize,
  b: usize,
  depth: i32,
  into: usize,
  stride: usize,
  rows: i32,
  columns: i32,
  spare: usize,
): void {
  if (rows >= 4 && columns >= 4) addTile<f64>(a, b, depth, into, stride)
  else addPartOfTile<f64>(a, b, depth, into, stride, min(4, rows), min(4, columns), spare)
}

/** Columns whose sums are kept in scratch at one time. */
const STRIP: i32 = 64

/**
 * One block of rows of M = L⁻¹, left of the diagonal block: M_i = -(L_ii)⁻¹ · (L_i · M), in panels of four columns (panel, row
 * of M, column). Rows of the task are panels; `packedRows` is L_i in blocks of DEPTH.
 */
export function invertRows(
  packedRows: usize,
  packedM: usize,
  n: i32,
  from: i32,
  size: i32,
  negatedInverse: usize,
  scratch: usize,
  start: i32,
  end: i32,
): void {
  const spare = scratch
  const sums = scratch + 128
  const packedSums = sums + ((<usize>(BLOCK * STRIP)) << 3)
  for (let strip = start; strip < end; strip += STRIP / 4) {
    const panels = min(STRIP / 4, end - strip)
    sumStrip(packedRows, packedM, n, from, size, strip, panels, sums, spare)
    pack<f64>(sums, 8, STRIP << 3, panels << 2, size, 4, packedSums)
    for (let p = 0; p < panels; p++) {
      const column = packedM + ((<usize>(strip + p) * n + from) << 5)
      const b = packedSums + ((<usize>p * size) << 5)
      for (let r = 0; r < size; r += 4) {
        // Rows of the inverse end at its diagonal.
        const a = negatedInverse + ((<usize>r * size) << 3)
        addTileOrPart(a, b, min(size, r + 4), column + ((<usize>r) << 5), 32, size - r, 4, spare)
      }
    }
  }
}

/** sums = L_i · M for some panels of columns; M is zero above its diagonal, so that the sums begin there. */
function sumStrip(
  packedRows: usize,
  packedM: usize,
  n: i32,
  from: i32,
  size: i32,
  strip: i32,
  panels: i32,
  sums: usize,
  spare: usize,
): void {
  const padded = (size + 3) & ~3
  memory.fill(sums, 0, (<usize>(BLOCK * STRIP)) << 3)
  for (let k = ((strip * 4) / DEPTH) * DEPTH; k < from; k += DEPTH) {
    const depth = min(DEPTH, from - k)
    const left = packedRows + ((<usize>k * padded) << 3)
    for (let p = 0; p < panels; p++) {
      const zeros = max(0, ((strip + p) << 2) - k)
      if (zeros >= depth) continue
      const b = packedM + ((<usize>(strip + p) * n + k + zeros) << 5)
      for (let r = 0; r < size; r += 4) {
        const a = left + ((<usize>(r * depth + (zeros << 2))) << 3)
        const cell = sums + ((<usize>r * STRIP) << 3) + ((<usize>p) << 5)
        addTileOrPart(a, b, depth - zeros, cell, STRIP << 3, size - r, 4, spare)
      }
    }
  }
}

/** Puts the inverse of a diagonal block into its place in the packed M. */
export function placeDiagonal(
  inverse: usize,
  packedM: usize,
  n: i32,
  from: i32,
  size: i32,
  start: i32,
  end: i32,
): void {
  for (let c = 0; c < size; c += 4) {
    const panel = packedM + ((<usize>((from + c) >> 2) * n + from) << 5)
    for (let r = 0; r < size; r++) {
      memory.copy(panel + ((<usize>r) << 5), inverse + ((<usize>(r * BLOCK + c)) << 3), 32)
    }
  }
}

/** into = MᵀM on and below the diagonal, rows [start, end). */
export function gramOfPanels(packedM: usize, n: i32, into: usize, scratch: usize, start: i32, end: i32): void {
  const stride = (<usize>n) << 3
  for (let r = start; r < end; r++) memory.fill(into + <usize>r * stride, 0, (<usize>(r + 1)) << 3)
  for (let k = (start / DEPTH) * DEPTH; k < n; k += DEPTH) {
    const depth = min(DEPTH, n - k)
    for (let c = 0; c < end; c += 4) {
      for (let r = max(start, c); r < end; r += 4) {
        // M is zero above its diagonal.
        const zeros = max(0, r - k)
        if (zeros >= depth) break
        const a = packedM + ((<usize>(r >> 2) * n + k + zeros) << 5)
        const b = packedM + ((<usize>(c >> 2) * n + k + zeros) << 5)
        const cell = cellOf(into, n, r, c)
        const high = min(4, end - r)
        if (high == 4 && r > c) addTile<f64>(a, b, depth - zeros, cell, stride)
        else addLowerPart(a, b, depth - zeros, cell, stride, high, r == c, scratch)
      }
    }
  }
}

/** A tile at the lower edge or on the diagonal, where only cells on and below it belong to the result. */
function addLowerPart(
  a: usize,
  b: usize,
  depth: i32,
  into: usize,
  stride: usize,
  rows: i32,
  diagonal: bool,
  spare: usize,
): void {
  memory.fill(spare, 0, 128)
  addTile<f64>(a, b, depth, spare, 32)
  for (let r = 0; r < rows; r++) {
    const columns = diagonal ? r + 1 : 4
    for (let c = 0; c < columns; c++) {
      const cell = into + <usize>r * stride + ((<usize>c) << 3)
      store<f64>(cell, load<f64>(cell) + load<f64>(spare + ((<usize>r) << 5) + ((<usize>c) << 3)))
    }
  }
}

/** Copies what is below the diagonal to above it, in squares of 64 so that both sides stay in cache. */
export function mirror(matrix: usize, n: i32, start: i32, end: i32): void {
  for (let c0 = start; c0 < n; c0 += 64) {
    const c1 = min(n, c0 + 64)
    for (let r = start; r < end; r++) {
      for (let c = max(c0, r + 1); c < c1; c++) {
        store<f64>(cellOf(matrix, n, r, c), load<f64>(cellOf(matrix, n, c, r)))
      }
    }
  }
}
