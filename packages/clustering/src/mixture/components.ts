import type { CovarianceShape } from './mixture-options.js'

/** The components of a Gaussian mixture. */
export interface Components {
  readonly columns: number
  /** Component → its share of the rows; they add up to 1. */
  readonly proportions: Float64Array
  /** Row-major, one row per component. */
  readonly means: Float64Array
  /** Component → its covariances, row-major, one square matrix after the other. */
  readonly covariances: Float64Array
}

/** How many numbers k components of a shape are described by, each of which the data could have set otherwise. */
export function parameterCount(shape: CovarianceShape, k: number, columns: number): number {
  const triangle = (columns * (columns + 1)) / 2
  const covariances = { full: k * triangle, tied: triangle, diagonal: k * columns, spherical: k }
  return k - 1 + k * columns + covariances[shape]
}
