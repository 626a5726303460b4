import type { Dense, Random, Steps } from '@clientele/core'
import { rightSingular } from '../shape/right-singular.js'

/** Along what a box lies: the columns, or the principal components. */
export type BoxAxes = 'columns' | 'components'

/** Points within the smallest box around them, moved to begin at 0 and scaled to about 1. */
export interface UnitBox {
  /** The points along the axes of the box; their distances are those given, divided by `unit`. */
  readonly points: Dense
  /** Axis → its length. */
  readonly lengths: Float64Array
  /** What a length of 1 was: the widest range of a column. */
  readonly unit: number
}

/** Puts points that are not all equal into their box. O(cells), times the columns for components. */
export function* unitBox(given: Dense, weights: Float64Array | undefined, axes: BoxAxes): Steps<UnitBox> {
  const { low, lengths } = ranges(given)
  const unit = lengths.reduce((most, length) => Math.max(most, length), 0)
  const { rows, columns } = given
  const values = given.values.map((value, i) => (value - low[i % columns]!) / unit)
  const points = { rows, columns, values }
  if (axes === 'columns') return { points, lengths: lengths.map((length) => length / unit), unit }
  const turned = yield* alongComponents(points, weights)
  const box = ranges(turned)
  turned.values.forEach((value, i) => (turned.values[i] = value - box.low[i % turned.columns]!))
  return { points: turned, lengths: box.lengths, unit }
}

/** Rows spread evenly over a box, one axis after the other within a row. */
export function drawInBox(lengths: Float64Array, rows: number, random: Random): Dense {
  const columns = lengths.length
  const values = new Float64Array(rows * columns)
  for (let i = 0; i < values.length; i++) values[i] = lengths[i % columns]! * random.next()
  return { rows, columns, values }
}

function ranges({ columns, values }: Dense) {
  const low = values.slice(0, columns)
  const high = values.slice(0, columns)
  for (let i = columns; i < values.length; i++) {
    const column = i % columns
    low[column] = Math.min(low[column]!, values[i]!)
    high[column] = Math.max(high[column]!, values[i]!)
  }
  return { low, lengths: high.map((most, column) => most - low[column]!) }
}

/** The scores of the points on all of their principal components. */
function* alongComponents({ rows, columns, values }: Dense, weights: Float64Array | undefined): Steps<Dense> {
  const weightOf = (row: number) => (weights === undefined ? 1 : weights[row]!)
  const mean = new Float64Array(columns)
  let total = 0
  for (let row = 0; row < rows; row++) {
    total += weightOf(row)
    for (let column = 0; column < columns; column++) mean[column]! += weightOf(row) * values[row * columns + column]!
  }
  const { vectors } = yield* rightSingular(rows, columns, (row, into) => {
    const root = Math.sqrt(weightOf(row))
    into.forEach((_, column) => (into[column] = root * (values[row * columns + column]! - mean[column]! / total)))
  })
  const scores = new Float64Array(rows * vectors.rows)
  for (let row = 0; row < rows; row++) {
    for (let axis = 0; axis < vectors.rows; axis++) {
      let score = 0
      for (let column = 0; column < columns; column++) {
        score += values[row * columns + column]! * vectors.values[axis * columns + column]!
      }
      scores[row * vectors.rows + axis] = score
    }
  }
  return { rows, columns: vectors.rows, values: scores }
}
