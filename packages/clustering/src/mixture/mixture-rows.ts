/** Distinct rows with their weights, and what is added to the variance of each column. */
export interface MixtureRows {
  readonly rows: number
  readonly columns: number
  /** Row-major. */
  readonly values: Float64Array
  /** One number above 0 per row. */
  readonly weights: Float64Array
  /** Column → what keeps the variances of a component above 0. */
  readonly leastVariances: Float64Array
}

/**
 * Rows with the variance to add: the `regularization` share of each column's own. A column that never varies takes the mean
 * of all columns, and when none varies any number above 0 will do. O(cells).
 */
export function mixtureRows(points: Omit<MixtureRows, 'leastVariances'>, regularization: number): MixtureRows {
  const { rows, columns, values, weights } = points
  const variances = Float64Array.from({ length: columns }, (_, column) => columnVariance(points, column))
  const mean = variances.reduce((sum, variance) => sum + variance, 0) / columns
  const leastVariances = variances.map((variance) => regularization * (variance || mean || 1))
  return { rows, columns, values, weights, leastVariances }
}

/** Weighted population variance; 0 when it is too small to be divided by. */
function columnVariance(
  { rows, columns, values, weights }: Omit<MixtureRows, 'leastVariances'>,
  column: number,
): number {
  let mass = 0
  let sum = 0
  for (let row = 0; row < rows; row++) {
    mass += weights[row]!
    sum += weights[row]! * values[row * columns + column]!
  }
  const mean = sum / mass
  let squares = 0
  for (let row = 0; row < rows; row++) squares += weights[row]! * (values[row * columns + column]! - mean) ** 2
  const variance = squares / mass
  return variance > SMALLEST ? variance : 0
}

const SMALLEST = 1e-290
