import type { Dense } from '@clientele/core'
import { roundedUp } from './layout.js'

/** How points are shifted and scaled before a network sees them: columns around 0, all by one factor. */
export interface Scaling {
  /** Column → what is taken away. */
  readonly mean: Float64Array
  /** What every column is divided by: the root of the mean variance; 1 where nothing varies. */
  readonly scale: number
}

/**
 * Means of the columns, and one factor for all of them: training then does not depend on the unit, while columns keep their
 * sizes beside one another.
 */
export function scalingOf({ rows, columns, values }: Dense): Scaling {
  const sums = new Float64Array(columns)
  for (let i = 0; i < values.length; i++) sums[i % columns]! += values[i]! - values[i % columns]!
  const mean = sums.map((sum, column) => values[column]! + sum / rows)
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean[i % columns]!) ** 2
  const scale = Math.sqrt(squares / values.length)
  return { mean, scale: scale > 0 ? scale : 1 }
}

/** Rows in the order given (as they are by default), scaled, each filled up with zeros to a multiple of four numbers. */
export function scaledRows(
  { rows, columns, values }: Dense,
  { mean, scale }: Scaling,
  order?: Int32Array,
): Float64Array {
  const width = roundedUp(columns)
  const into = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const from = (order === undefined ? row : order[row]!) * columns
    for (let column = 0; column < columns; column++) {
      into[row * width + column] = (values[from + column]! - mean[column]!) / scale
    }
  }
  return into
}
