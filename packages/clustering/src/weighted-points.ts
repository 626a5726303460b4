import { checkInteger, rangeError, type Dense, type DenseInput } from '@clientele/core'
import { checkCells, checkPoints, checkWeights } from './check-points.js'
import { mergeRows } from './distinct-rows.js'

/** Distinct rows of positive weight, in order of first appearance: what algorithms that take weights work on. */
export interface WeightedPoints {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
  readonly weights: Float64Array
  /** The matrix as given. */
  readonly input: Dense
  /** Row given → row here; -1 for rows that weigh nothing. */
  readonly rowOfInput: Int32Array
}

/** Beyond this a weighted sum of squared distances could leave the range of numbers. */
const LARGEST_WEIGHT = 1e90

/** Checks points and weights in the name of `fn`, merges identical rows and sets aside those that weigh nothing. */
export function weightedPoints(fn: string, points: DenseInput, weights: ArrayLike<number> | undefined): WeightedPoints {
  const input = checkPoints(fn, points)
  checkCells(fn, 'points', input)
  if (weights !== undefined) {
    checkWeights(fn, weights, input.rows)
    checkWeightRange(fn, weights)
  }
  const merged = mergeRows(input, weights)
  const { fit, rowOfMerged } = withoutWeightless({ ...merged.points, weights: merged.weights })
  const rowOfInput = rowOfMerged === undefined ? merged.labelOfRow : merged.labelOfRow.map((row) => rowOfMerged[row]!)
  return { ...fit, input, rowOfInput }
}

type Weighted = Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'>

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
export function checkClusterCount(
  fn: string,
  name: string,
  k: unknown,
  points: { readonly rows: number },
): asserts k is number {
  checkInteger(fn, name, k, { min: 1 })
  if (k > points.rows) throw rangeError(fn, name, `be at most ${points.rows}, the number of distinct rows`, k)
}
