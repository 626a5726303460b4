import { random, type Dense } from '@clientele/core'
import { distinctRows } from '../distinct-rows.js'
import { drawRows } from '../indices/draw-rows.js'

/** Rows to look at, each distinct one once. */
export interface DrawnPoints {
  readonly points: Dense
  /** Distinct row → how many rows it stands for. */
  readonly weights: Float64Array
  /** All of these weights. */
  readonly total: number
}

/** Draws `sample` rows without replacement, all when there are fewer, and merges those that are equal. */
export function drawnPoints(
  points: Dense,
  weights: Float64Array | undefined,
  sample: number,
  seed: string | number,
): DrawnPoints {
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? points.rows
  if (total <= sample) {
    const merged = distinctRows(points, weights)
    return { points: merged.points, weights: merged.weights, total }
  }
  const rows = drawRows((row) => weights?.[row] ?? 1, total, sample, random(seed).fork('sample'))
  const { columns } = points
  const values = new Float64Array(sample * columns)
  rows.forEach((row, to) => values.set(points.values.subarray(row * columns, (row + 1) * columns), to * columns))
  const merged = distinctRows({ rows: sample, columns, values })
  return { points: merged.points, weights: merged.weights, total: sample }
}
