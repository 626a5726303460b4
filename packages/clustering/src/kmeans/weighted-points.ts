import { checkDenseShape, checkInteger, rangeError, type Dense, type DenseInput } from '@clientele/core'
import { checkCells, checkPoints, checkWeights } from '../check-points.js'
import { countDistinct, mergeRows } from '../distinct-rows.js'

/** What k-means works on: rows of positive weight, in order of first appearance, each distinct where merging pays. */
export interface WeightedPoints {
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

/** Beyond this a weighted sum of squared distances could leave the range of numbers. */
const LARGEST_WEIGHT = 1e90

/** Up to so many rows are merged in any case. */
const FEW_ROWS = 2 ** 14
/** Of more rows, so many are looked at; when fewer than nine in ten of them differ, merging pays. */
const SAMPLE_ROWS = 2 ** 12

/**
 * Checks points and weights in the name of `fn`, merges identical rows where that saves work, and sets aside those that
 * weigh nothing.
 * @param most the largest number of clusters: more rows than that are known to be distinct afterwards
 */
export function weightedPoints(
  fn: string,
  points: DenseInput,
  weights: ArrayLike<number> | undefined,
  most: number,
): WeightedPoints {
  if (!Array.isArray(points) && weights === undefined) {
    const asTheyAre = unmerged(fn, points as Dense, most)
    if (asTheyAre !== undefined) return asTheyAre
  }
  const input = checkPoints(fn, points)
  checkCells(fn, 'points', input)
  if (weights !== undefined) {
    checkWeights(fn, weights, input.rows)
    checkWeightRange(fn, weights)
  }
  const merged = mergeRows(input, weights)
  const { fit, rowOfMerged } = withoutWeightless({ ...merged.points, weights: merged.weights })
  const rowOfInput = rowOfMerged === undefined ? merged.labelOfRow : merged.labelOfRow.map((row) => rowOfMerged[row]!)
  return { ...fit, input, rowOfInput, checked: true }
}

/** Many rows that hardly repeat: they stay where they are, and their cells are checked where kernels will read them. */
function unmerged(fn: string, input: Dense, most: number): WeightedPoints | undefined {
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

interface Weighted {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
  readonly weights: Float64Array
}

/** The points that weigh something, and where each point went (-1: nowhere); `undefined` when all stay where they are. */
function withoutWeightless(points: Weighted): { fit: Weighted; rowOfMerged?: Int32Array } {
  const { rows, columns, values, weights } = points
  if (weights.every((weight) => weight > 0)) return { fit: points }
  const rowOfMerged = new Int32Array(rows).fill(-1)
  const kept = new Float64Array(values.length)
  let count = 0
  for (let row = 0; row < rows; row++) {
    if (weights[row] === 0) continue
    kept.set(values.subarray(row * columns, (row + 1) * columns), count * columns)
    rowOfMerged[row] = count++
  }
  const fit = {
    rows: count,
    columns,
    values: kept.slice(0, count * columns),
    weights: weights.filter((weight) => weight > 0),
  }
  return { fit, rowOfMerged }
}

function checkWeightRange(fn: string, weights: ArrayLike<number>): void {
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (weight > LARGEST_WEIGHT || (weight > 0 && weight < 1 / LARGEST_WEIGHT)) {
      throw rangeError(fn, `weights[${row}]`, `be 0 or between ${1 / LARGEST_WEIGHT} and ${LARGEST_WEIGHT}`, weight)
    }
  }
}

/** Throws unless `k` is a possible number of clusters: an integer from 1 to the number of distinct rows. */
export function checkClusterCount(fn: string, name: string, k: unknown, points: WeightedPoints): asserts k is number {
  checkInteger(fn, name, k, { min: 1 })
  if (k > points.rows) throw rangeError(fn, name, `be at most ${points.rows}, the number of distinct rows`, k)
}
