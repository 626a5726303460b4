import { localEngine } from '@clientele/compute'
import {
  checkAllFinite,
  checkInteger,
  checkLength,
  checkNumber,
  rangeError,
  run,
  type Dense,
  type DenseInput,
  type Steps,
} from '@clientele/core'
import { checkCells, checkPoints } from '../../check-points.js'
import { layoutOf, padWeights, parametersBetween, roundedUp, type Layout } from './layout.js'
import { passTask } from './pass.js'
import { scaledRows } from './scaling.js'

/** A trained autoencoder as plain data, from which {@link autoencoderFrom} makes the model again. */
export interface AutoencoderParameters {
  /** Level → its numbers: columns of the points, hidden levels, code, hidden levels, columns of the points. */
  readonly widths: Int32Array
  /** Position of the code among the levels. */
  readonly code: number
  /** Layer after layer: weights (row = input, column = output), then a bias per output. */
  readonly weights: Float64Array
  /** Column → what is taken from the points before they go in and added when they come out. */
  readonly mean: Float64Array
  /** What points are divided by before they go in and multiplied by when they come out; above 0. */
  readonly scale: number
}

/** A network that maps points to codes and codes to points. */
export interface Autoencoder {
  /** The plain data of the model, for `structuredClone`, `postMessage` or a file. */
  readonly parameters: AutoencoderParameters
  /**
   * The codes of points: one row per point. O(rows × weights).
   * @throws RangeError when the columns are not those the model was trained on, or a cell is not finite (named)
   */
  readonly encode: (points: DenseInput) => Dense
  /**
   * The points that codes stand for. O(rows × weights).
   * @throws RangeError when the columns are not those of a code, or a cell is not finite (named)
   */
  readonly decode: (codes: DenseInput) => Dense
}

/**
 * The model of a {@link fitAutoencoder} again, from its `parameters`.
 * @throws RangeError when shapes do not fit one another or a number is not finite (named)
 * @example autoencoderFrom(structuredClone(autoencoder.parameters)).encode(points)
 */
export function autoencoderFrom(parameters: AutoencoderParameters): Autoencoder {
  const fn = 'autoencoderFrom'
  const { widths, code, weights, mean, scale } = parameters
  checkInteger(fn, 'code', code, { min: 1 })
  checkLength(fn, 'widths', widths, 2 * code + 1, 'level')
  const levels = Array.from(widths)
  levels.forEach((width, level) => {
    checkInteger(fn, `widths[${level}]`, width, { min: 1 })
    if (width !== levels[2 * code - level]) throw rangeError(fn, 'widths', 'read the same from both ends', widths)
  })
  checkLength(fn, 'mean', mean, levels[0]!, 'column')
  checkLength(fn, 'weights', weights, parametersBetween(widths, 0, 2 * code), 'weight')
  checkAllFinite(fn, 'mean', mean)
  checkAllFinite(fn, 'weights', weights)
  checkNumber(fn, 'scale', scale, { min: Number.MIN_VALUE })
  return autoencoderModel(parameters)
}

/** A model over parameters that are known to fit one another. */
export function autoencoderModel(parameters: AutoencoderParameters): Autoencoder {
  const { widths, code, mean, scale } = parameters
  const levels = Array.from(widths)
  const layout = layoutOf(levels[0]!, levels.slice(1, code), levels[code]!)
  const weights = padWeights(parameters.weights, layout)
  return {
    parameters,
    encode: (points) => {
      const matrix = checkColumns('Autoencoder.encode', 'points', points, mean.length)
      return run(passed(layout, weights, 0, code, scaledRows(matrix, { mean, scale }), matrix.rows))
    },
    decode: (codes) => {
      const matrix = checkColumns('Autoencoder.decode', 'codes', codes, levels[code]!)
      const unscaled = { mean: new Float64Array(matrix.columns), scale: 1 }
      const { rows, columns, values } = run(
        passed(layout, weights, code, 2 * code, scaledRows(matrix, unscaled), matrix.rows),
      )
      return { rows, columns, values: values.map((value, i) => value * scale + mean[i % columns]!) }
    },
  }
}

function checkColumns(fn: string, name: string, input: DenseInput, columns: number): Dense {
  const matrix = checkPoints(fn, input, name)
  if (matrix.columns !== columns) throw rangeError(fn, `${name}.columns`, `be ${columns}`, matrix.columns)
  checkCells(fn, name, matrix)
  return matrix
}

/** What rows come out as when they have gone from one level to another. */
function* passed(
  { widths, padded, curved }: Layout,
  weights: Float64Array,
  from: number,
  to: number,
  values: Float64Array,
  rows: number,
): Steps<Dense> {
  const engine = localEngine()
  const scope = engine.arena.scope('Autoencoder')
  try {
    const first = parametersBetween(padded, 0, from)
    const layers = {
      padded: padded.slice(from, to + 1),
      widths: scope.copy(padded.slice(from, to + 1)),
      curved: scope.copy(curved.slice(from, to)),
      parameters: scope.copy(weights.slice(first, first + parametersBetween(padded, from, to))),
    }
    const into = scope.room('f64', rows * padded[to]!)
    yield passTask(engine, layers, rows, scope.copy(values), into)
    const columns = widths[to]!
    const out = new Float64Array(rows * columns)
    const view = into.view()
    for (let i = 0; i < out.length; i++) {
      out[i] = view[Math.floor(i / columns) * roundedUp(columns) + (i % columns)]!
    }
    return { rows, columns, values: out }
  } finally {
    scope.close()
  }
}
