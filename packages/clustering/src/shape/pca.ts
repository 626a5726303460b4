import {
  checkInteger,
  rangeError,
  run,
  runAsync,
  type AsyncOptions,
  type Dense,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { checkCells, checkPoints } from '../check-points.js'
import { pcaModel, type Pca } from './pca-model.js'
import { rightSingular } from './right-singular.js'

/** How {@link fitPca} runs. */
export interface PcaOptions {
  /** How many components to keep; default all: the smaller of rows and columns. */
  readonly components?: number
}

/** Of the unit: far below what the largest number rounds away, but enough to spoil the decomposition by underflow. */
const NEGLIGIBLE = 1e-100

/**
 * Principal component analysis: the directions in which points vary most, each at right angles to those before.
 *
 * Columns are centred, not scaled: put them on one scale first. The sign of a component is free; here the coefficient of the
 * largest size is positive, and of sizes that are equal to nine digits the first counts.
 *
 * Singular values of the centred points, without forming their covariance: O(rows × columns²) time, no copy of the points.
 *
 * @param points at least two rows of finite numbers within ±1e100, or a `Dense`
 * @throws RangeError for bad points (named), fewer than two rows, or `components` not an integer from 1 to the smaller of
 * rows and columns
 * @see Jolliffe (2002), "Principal Component Analysis", 2nd edition
 * @example
 * const pca = fitPca([[0, 0], [1, 1], [2, 2], [3, 3]], { components: 1 })
 * pca.explainedVarianceRatio // [1]
 * pca.transform([[4, 4]]).values // [3.536], which is 2.5 · √2
 */
export function fitPca(points: DenseInput, options: PcaOptions = {}): Pca {
  return run(pcaSteps(points, options))
}

/**
 * {@link fitPca} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts rows. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await fitPcaAsync(points, { components: 2, signal: AbortSignal.timeout(5000) })
 */
export function fitPcaAsync(points: DenseInput, options: PcaOptions & AsyncOptions = {}): Promise<Pca> {
  return runAsync(pcaSteps(points, options), options)
}

function* pcaSteps(points: DenseInput, options: PcaOptions): Steps<Pca> {
  const matrix = checkPoints('fitPca', points)
  checkCells('fitPca', 'points', matrix)
  const { rows, columns, values } = matrix
  if (rows < 2) throw rangeError('fitPca', 'points', 'have at least two rows', points)
  const most = Math.min(rows, columns)
  const { components = most } = options
  checkInteger('fitPca', 'components', components, { min: 1, max: most })
  const mean = columnMeans(matrix)
  const unit = unitOf(matrix, mean)
  const found = yield* rightSingular(rows, columns, (row, into) => {
    for (let column = 0; column < columns; column++) {
      const away = (values[row * columns + column]! - mean[column]!) / unit
      into[column] = Math.abs(away) < NEGLIGIBLE ? 0 : away
    }
  })
  const variances = found.values.map((value) => (value * unit) ** 2 / (rows - 1))
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  return pcaModel({
    mean,
    components: { rows: components, columns, values: withSigns(found.vectors.values, components, columns) },
    explainedVariance: variances.slice(0, components),
    explainedVarianceRatio: variances.slice(0, components).map((variance) => (total > 0 ? variance / total : 0)),
  })
}

/** Means as the first row plus the mean of what lies between: exact for a column of equal numbers. */
function columnMeans({ rows, columns, values }: Dense): Float64Array {
  const sums = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) sums[column]! += values[row * columns + column]! - values[column]!
  }
  return sums.map((sum, column) => values[column]! + sum / rows)
}

/** The power of two next to the largest distance from a mean: over it, nothing under- or overflows and no digit is lost. */
function unitOf({ columns, values }: Dense, mean: Float64Array): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]! - mean[i % columns]!))
  return largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1
}

/** The first components, turned so that in each the coefficient of the largest size is positive. */
function withSigns(vectors: Float64Array, components: number, columns: number): Float64Array {
  const turned = new Float64Array(components * columns)
  for (let component = 0; component < components; component++) {
    const vector = vectors.subarray(component * columns, (component + 1) * columns)
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const decides = vector.find((value) => Math.abs(value) >= largest * (1 - 1e-9))!
    turned.set(decides < 0 ? vector.map((value) => 0 - value) : vector, component * columns)
  }
  return turned
}
