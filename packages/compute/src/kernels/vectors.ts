import { roundingOf, type Floats } from './tile.js'

/** Elements that the compiled kernel holds in its two vectors of 16 bytes. */
function lanesOf(values: Floats): number {
  return 32 / values.BYTES_PER_ELEMENT
}

/**
 * Dot product as the compiled kernel adds it: one partial sum per lane of two vectors, the vectors added to one, its lanes in
 * pairs, then what is left over.
 */
function dot(a: Floats, b: Floats, round: (value: number) => number): number {
  const lanes = lanesOf(a)
  const whole = a.length - (a.length % lanes)
  const partial = new Array<number>(lanes).fill(0)
  for (let i = 0; i < whole; i++) partial[i % lanes] = round(partial[i % lanes]! + round(a[i]! * b[i]!))
  const half = lanes / 2
  const vector = partial.slice(0, half).map((sum, lane) => round(sum + partial[half + lane]!))
  while (vector.length > 1) vector.splice(0, 2 * (vector.length >> 1), ...pairSums(vector, round))
  let sum = vector[0]!
  for (let i = whole; i < a.length; i++) sum = round(sum + round(a[i]! * b[i]!))
  return sum
}

function pairSums(values: readonly number[], round: (value: number) => number): number[] {
  return Array.from({ length: values.length >> 1 }, (_, i) => round(values[2 * i]! + values[2 * i + 1]!))
}

/** into[r] = row r of matrix · vector. */
export function timesVector(
  matrix: Floats,
  columns: number,
  vector: Floats,
  into: Floats,
  start: number,
  end: number,
): void {
  const round = roundingOf(into)
  for (let r = start; r < end; r++) into[r] = dot(matrix.subarray(r * columns, (r + 1) * columns), vector, round)
}

/** into[r][c] = squared Euclidean distance of point r and center c; even and odd columns are summed apart, then added. */
export function squaredDistances(
  points: Float64Array,
  columns: number,
  centers: Float64Array,
  k: number,
  into: Float64Array,
  start: number,
  end: number,
): void {
  const whole = columns - (columns % 2)
  for (let r = start; r < end; r++) {
    for (let c = 0; c < k; c++) {
      const square = (column: number) => {
        const difference = points[r * columns + column]! - centers[c * columns + column]!
        return difference * difference
      }
      let even = 0
      let odd = 0
      for (let column = 0; column < whole; column += 2) {
        even += square(column)
        odd += square(column + 1)
      }
      const sum = even + odd
      into[r * k + c] = whole < columns ? sum + square(whole) : sum
    }
  }
}

/** into[r] = sum over the cells of sparse row r of value × the dense row that the cell's column names. */
export function sparseTimesDense(
  offsets: Int32Array,
  indices: Int32Array,
  values: Float64Array,
  dense: Float64Array,
  columns: number,
  into: Float64Array,
  start: number,
  end: number,
): void {
  into.fill(0, start * columns, end * columns)
  for (let r = start; r < end; r++) {
    for (let i = offsets[r]!; i < offsets[r + 1]!; i++) {
      const from = indices[i]! * columns
      for (let c = 0; c < columns; c++) into[r * columns + c]! += values[i]! * dense[from + c]!
    }
  }
}
