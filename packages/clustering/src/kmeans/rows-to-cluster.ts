import { checkDenseShape, type Dense, type DenseInput } from '@clientele/core'
import { countDistinct } from '../distinct-rows.js'
import { weightedPoints } from '../weighted-points.js'

/** What k-means works on: rows of positive weight, in order of first appearance, each distinct where merging pays. */
export interface RowsToCluster {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
  /** One number above 0 per row; left out when each weighs 1. */
  readonly weights?: Float64Array
  /** The matrix as given. */
  readonly input: Dense
  /** Row given → row here, -1 for rows that weigh nothing; left out when the rows are the ones given. */
  readonly rowOfInput?: Int32Array
  /** Whether the cells have been looked at; if not, it must be done in the memory of the kernels. */
  readonly checked: boolean
}

/** Up to so many rows are merged in any case. */
const FEW_ROWS = 2 ** 14
/** Of more rows, so many are looked at; when fewer than nine in ten of them differ, merging pays. */
const SAMPLE_ROWS = 2 ** 12

/**
 * Checks points and weights in the name of `fn`, merges identical rows where that saves work, and sets aside those that
 * weigh nothing.
 * @param most the largest number of clusters: at least so many of the rows are known to be distinct afterwards
 */
export function rowsToCluster(
  fn: string,
  points: DenseInput,
  weights: ArrayLike<number> | undefined,
  most: number,
): RowsToCluster {
  const asTheyAre = Array.isArray(points) || weights !== undefined ? undefined : unmerged(fn, points as Dense, most)
  return asTheyAre ?? { ...weightedPoints(fn, points, weights), checked: true }
}

/** Many rows that hardly repeat: they stay where they are, and their cells are checked where kernels will read them. */
function unmerged(fn: string, input: Dense, most: number): RowsToCluster | undefined {
  checkDenseShape(fn, 'points', input)
  const { rows, columns, values } = input
  if (rows <= FEW_ROWS || columns === 0) return undefined
  const step = Math.floor(rows / SAMPLE_ROWS)
  const sample = new Float64Array(SAMPLE_ROWS * columns)
  for (let i = 0; i < SAMPLE_ROWS; i++) {
    sample.set(values.subarray(i * step * columns, (i * step + 1) * columns), i * columns)
  }
  const distinct = countDistinct({ rows: SAMPLE_ROWS, columns, values: sample })
  if (distinct < Math.max(most, 0.9 * SAMPLE_ROWS)) return undefined
  return { rows, columns, values, input, checked: false }
}
