import type { Components } from './components.js'
import { isDiagonal, type CovarianceShape } from './mixture-options.js'

/** Components in the form in which densities are quickly computed. */
export interface Density {
  readonly columns: number
  readonly means: Float64Array
  /**
   * Component → lower triangle W, row after row without what is above it, that turns a gap to the mean into independent parts of
   * variance 1.
   */
  readonly whitening: Float64Array
  /** Whether only the diagonals of these triangles hold anything, and only they are there. */
  readonly diagonal: boolean
  /** Component → logarithm of its proportion times its density at the mean. */
  readonly peaks: Float64Array
  /** Scratch: gaps of a row to a mean. */
  readonly gaps: Float64Array
}

/** Prepares components for densities: W is the inverse of the Cholesky factor of each covariance. O(k × columns³). */
export function densityOf(components: Components, shape: CovarianceShape): Density {
  const { columns, means, covariances, proportions } = components
  const diagonal = isDiagonal(shape)
  const cells = diagonal ? columns : (columns * (columns + 1)) / 2
  const whitening = new Float64Array(proportions.length * cells)
  let cell = 0
  const peaks = proportions.map((proportion, component) => {
    const from = component * columns * columns
    const inverse = new Float64Array(columns * columns)
    invertFactor(choleskyFactor(covariances.subarray(from, from + columns * columns), columns), columns, inverse)
    let peak = Math.log(proportion) - (columns / 2) * Math.log(2 * Math.PI)
    for (let i = 0; i < columns; i++) {
      for (let j = diagonal ? i : 0; j <= i; j++) whitening[cell++] = inverse[i * columns + j]!
      peak += Math.log(inverse[i * columns + i]!)
    }
    return peak
  })
  return { columns, means, whitening, diagonal, peaks, gaps: new Float64Array(columns) }
}

/** Beyond this a squared distance, in variances, leaves no density that could be told from 0. */
const FARTHEST = 1e300

/**
 * Writes the logarithm of proportion times density of the rows from `start` to `end`, for each component, row after row. O(k ×
 * columns²) a row, or × columns.
 */
export function logDensities(
  density: Density,
  values: Float64Array,
  start: number,
  end: number,
  into: Float64Array,
): void {
  const { columns, means, whitening, diagonal, peaks, gaps } = density
  for (let row = start, to = 0; row < end; row++) {
    const at = row * columns
    let mean = 0
    let cell = 0
    for (let component = 0; component < peaks.length; component++) {
      let distance = 0
      for (let i = 0; i < columns; i++) {
        const gap = values[at + i]! - means[mean++]!
        gaps[i] = gap
        let part = 0
        if (!diagonal) for (let j = 0; j < i; j++) part += whitening[cell++]! * gaps[j]!
        part += whitening[cell++]! * gap
        distance += part * part
      }
      into[to++] = peaks[component]! - Math.min(distance, FARTHEST) / 2
    }
  }
}

/** A pivot below this share of its variance is rounding. */
const LEAST_PIVOT = 1e-14

/** Lower triangle L with L Lᵀ = the matrix. */
function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(matrix.length)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!
      for (let m = 0; m < j; m++) rest -= factor[i * size + m]! * factor[j * size + m]!
      if (i === j) factor[i * size + i] = Math.sqrt(Math.max(rest, LEAST_PIVOT * matrix[i * size + i]!))
      else factor[i * size + j] = rest / factor[j * size + j]!
    }
  }
  return factor
}

/** Writes the inverse of a lower triangle, row by row. */
function invertFactor(factor: Float64Array, size: number, into: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const pivot = factor[i * size + i]!
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let m = j; m < i; m++) sum += factor[i * size + m]! * into[m * size + j]!
      into[i * size + j] = -sum / pivot
    }
    into[i * size + i] = 1 / pivot
  }
}
