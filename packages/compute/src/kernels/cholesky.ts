import { pack } from './pack.js'
import { DEPTH } from './product.js'
import { addPanels } from './tile.js'

/** Rows and columns of a diagonal block. */
export const BLOCK = 128

/**
 * Factors one diagonal block in place (A = L·Lᵀ), inverts the factor into `inverse` (BLOCK × BLOCK, lower) and packs that.
 * `status[0]` becomes 1 + the pivot that is not positive.
 */
export function factorDiagonal(
  matrix: Float64Array,
  n: number,
  from: number,
  size: number,
  inverse: Float64Array,
  packedInverse: Float64Array,
  status: Int32Array,
): void {
  const block = matrix.subarray(from * n + from)
  for (let j = 0; j < size; j++) {
    let pivot = block[j * n + j]!
    for (let k = 0; k < j; k++) pivot -= block[j * n + k]! * block[j * n + k]!
    if (!(pivot > 0)) {
      status[0] = from + j + 1
      return
    }
    const root = Math.sqrt(pivot)
    block[j * n + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = block[i * n + j]!
      for (let k = 0; k < j; k++) sum -= block[i * n + k]! * block[j * n + k]!
      block[i * n + j] = sum / root
    }
  }
  invertLower(block, n, size, inverse)
  pack(inverse, BLOCK, 1, size, size, 4, packedInverse)
}

/** inverse = lower⁻¹ by forward substitution: row i is (unit row i - Σ lower[i][k] · row k) ÷ lower[i][i]. */
function invertLower(lower: Float64Array, n: number, size: number, inverse: Float64Array): void {
  inverse.fill(0, 0, BLOCK * BLOCK)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) {
      for (let j = 0; j <= k; j++) inverse[i * BLOCK + j]! -= lower[i * n + k]! * inverse[k * BLOCK + j]!
    }
    for (let j = 0; j < i; j++) inverse[i * BLOCK + j]! /= lower[i * n + i]!
    inverse[i * BLOCK + i] = 1 / lower[i * n + i]!
  }
}

/** The rows below a diagonal block: L21 = A21 · (L11⁻¹)ᵀ, over A21, and packed twice: as it is and negated. */
export function solvePanel(
  matrix: Float64Array,
  n: number,
  from: number,
  size: number,
  packedInverse: Float64Array,
  packed: Float64Array,
  negated: Float64Array,
  scratch: Float64Array,
  start: number,
  end: number,
): void {
  const rows = end - start
  const panel = matrix.subarray((from + size + start) * n + from)
  pack(panel, n, 1, rows, size, 4, scratch)
  for (let r = 0; r < rows; r++) panel.fill(0, r * n, r * n + size)
  addPanels(scratch, packedInverse, size, rows, size, panel, n)
  const to = packed.subarray(start * size, (start + Math.ceil(rows / 4) * 4) * size)
  pack(panel, n, 1, rows, size, 4, to)
  to.forEach((value, i) => (negated[start * size + i] = -value))
}

/** A22 -= L21 · L21ᵀ on and below the diagonal (tiles on the diagonal also touch cells above it, which are never read). */
export function updateTrailing(
  matrix: Float64Array,
  n: number,
  first: number,
  size: number,
  packed: Float64Array,
  negated: Float64Array,
  _scratch: Float64Array,
  start: number,
  end: number,
): void {
  for (let r = start; r < end; r += 4) {
    const high = Math.min(4, end - r)
    const wide = Math.min(r + 4, end)
    addPanels(negated.subarray(r * size), packed, size, high, wide, matrix.subarray((first + r) * n + first), n)
  }
}

/**
 * One block of rows of M = L⁻¹, left of the diagonal block: M_i = -(L_ii)⁻¹ · (L_i · M), in panels of four columns (panel, row
 * of M, column). Rows of the task are panels; `packedRows` is L_i in blocks of DEPTH.
 */
export function invertRows(
  packedRows: Float64Array,
  packedM: Float64Array,
  n: number,
  from: number,
  size: number,
  negatedInverse: Float64Array,
  _scratch: Float64Array,
  start: number,
  end: number,
): void {
  const sums = new Float64Array(size * 4)
  const padded = Math.ceil(size / 4) * 4
  for (let panel = start; panel < end; panel++) {
    const columns = packedM.subarray(panel * n * 4)
    const strip = panel - ((panel - start) % 16)
    sums.fill(0)
    for (let k = Math.floor((strip * 4) / DEPTH) * DEPTH; k < from; k += DEPTH) {
      const depth = Math.min(DEPTH, from - k)
      addPanels(packedRows.subarray(k * padded), columns.subarray(k * 4), depth, size, 4, sums, 4)
    }
    addPanels(negatedInverse, sums, size, size, 4, columns.subarray(from * 4), 4)
  }
}

/** Puts the inverse of a diagonal block into its place in the packed M. */
export function placeDiagonal(
  inverse: Float64Array,
  packedM: Float64Array,
  n: number,
  from: number,
  size: number,
): void {
  for (let c = 0; c < size; c++) {
    for (let r = 0; r < size; r++) {
      packedM[(((from + c) >> 2) * n + from + r) * 4 + (c & 3)] = inverse[r * BLOCK + c]!
    }
  }
}

/** into = MᵀM on and below the diagonal, rows [start, end); M is zero above its diagonal. */
export function gramOfPanels(
  packedM: Float64Array,
  n: number,
  into: Float64Array,
  _scratch: Float64Array,
  start: number,
  end: number,
): void {
  for (let r = start; r < end; r++) {
    for (let c = 0; c <= r; c++) {
      let total = 0
      for (let from = Math.floor(start / DEPTH) * DEPTH; from < n; from += DEPTH) {
        let sum = 0
        for (let k = from; k < Math.min(n, from + DEPTH); k++) {
          sum += packedM[((r >> 2) * n + k) * 4 + (r & 3)]! * packedM[((c >> 2) * n + k) * 4 + (c & 3)]!
        }
        total += sum
      }
      into[r * n + c] = total
    }
  }
}

/** Copies what is below the diagonal to above it, rows [start, end). */
export function mirror(matrix: Float64Array, n: number, start: number, end: number): void {
  for (let r = start; r < end; r++) {
    for (let c = r + 1; c < n; c++) matrix[r * n + c] = matrix[c * n + r]!
  }
}
