import { checkAllFinite, checkLength, dense, rangeError, type Dense, type DenseInput } from '@clientele/core'
import { checkCells, checkPoints } from '../check-points.js'

/** What a principal component analysis has found: plain data, from which {@link pcaFrom} makes the model again. */
export interface PcaParameters {
  /** Column → mean of the points it was fitted on. */
  readonly mean: Float64Array
  /** One component a row: a unit vector over the columns, at right angles to all others. */
  readonly components: Dense
  /** Component → variance of the points along it (sum of squares over rows - 1), descending. */
  readonly explainedVariance: Float64Array
  /** Component → its share of the variance of all columns; 0 when nothing varies. */
  readonly explainedVarianceRatio: Float64Array
}

/** A fitted principal component analysis. */
export interface Pca extends PcaParameters {
  /** The plain data of the model, for `structuredClone`, `postMessage` or a file. */
  readonly parameters: PcaParameters
  /**
   * Where points lie along the components: one row per point, one column per component. O(cells × components).
   * @throws RangeError when the columns are not those the model was fitted on, or a cell is not finite (named)
   */
  readonly transform: (points: DenseInput) => Dense
  /**
   * The points that lie at given places along the components: {@link Pca.transform} backwards. With fewer components than
   * columns they are the nearest ones that the components reach. O(cells × components).
   * @throws RangeError when there is not one column per component, or a cell is not finite (named)
   */
  readonly invert: (projected: DenseInput) => Dense
}

/**
 * The model of a {@link fitPca} again, from its `parameters`.
 * @throws RangeError when shapes do not fit one another or a number is not finite (named)
 * @example pcaFrom(structuredClone(pca.parameters)).transform(points)
 */
export function pcaFrom(parameters: PcaParameters): Pca {
  const components = dense(parameters.components, 'pcaFrom', 'components')
  const perComponent = ['explainedVariance', 'explainedVarianceRatio'] as const
  checkLength('pcaFrom', 'mean', parameters.mean, components.columns, 'column')
  for (const name of perComponent) checkLength('pcaFrom', name, parameters[name], components.rows, 'component')
  for (const name of ['mean', ...perComponent] as const) checkAllFinite('pcaFrom', name, parameters[name])
  return pcaModel(parameters)
}

/** A model over parameters that are known to fit one another. */
export function pcaModel({ mean, components, explainedVariance, explainedVarianceRatio }: PcaParameters): Pca {
  const parameters = { mean, components, explainedVariance, explainedVarianceRatio }
  return {
    ...parameters,
    parameters,
    transform: (points) => project(checkColumns('Pca.transform', 'points', points, mean.length), parameters),
    invert: (points) => unproject(checkColumns('Pca.invert', 'projected', points, components.rows), parameters),
  }
}

function checkColumns(fn: string, name: string, input: DenseInput, columns: number): Dense {
  const matrix = checkPoints(fn, input, name)
  if (matrix.columns !== columns) throw rangeError(fn, `${name}.columns`, `be ${columns}`, matrix.columns)
  checkCells(fn, name, matrix)
  return matrix
}

/** (points - mean) · componentsᵀ */
function project({ rows, columns, values }: Dense, { mean, components }: PcaParameters): Dense {
  const into = new Float64Array(rows * components.rows)
  for (let row = 0; row < rows; row++) {
    for (let component = 0; component < components.rows; component++) {
      let sum = 0
      for (let column = 0; column < columns; column++) {
        const away = values[row * columns + column]! - mean[column]!
        sum += away * components.values[component * columns + column]!
      }
      into[row * components.rows + component] = sum
    }
  }
  return { rows, columns: components.rows, values: into }
}

/** mean + projected · components */
function unproject({ rows, values }: Dense, { mean, components }: PcaParameters): Dense {
  const { columns } = components
  const into = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = mean[column]!
      for (let component = 0; component < components.rows; component++) {
        sum += values[row * components.rows + component]! * components.values[component * columns + column]!
      }
      into[row * columns + column] = sum
    }
  }
  return { rows, columns, values: into }
}
