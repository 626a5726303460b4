import type { Random } from '@clientele/core'
import type { RowsToCluster } from '../kmeans/rows-to-cluster.js'
import type { WeightedPoints } from '../weighted-points.js'

/** Draws rows with probability proportional to their weight: O(log rows) each, O(1) without weights. */
export function rowDraw({ rows, weights }: Pick<RowsToCluster, 'rows' | 'weights'>, { next }: Random): () => number {
  if (weights === undefined) return () => Math.floor(next() * rows)
  const cumulative = new Float64Array(rows)
  let total = 0
  weights.forEach((weight, row) => (cumulative[row] = total += weight))
  return () => {
    const target = next() * total
    let low = 0
    let high = rows - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle]! > target) high = middle
      else low = middle + 1
    }
    return low
  }
}

/**
 * So many draws as points, each row once with the number of times it was drawn as its weight, in order of the rows. When there
 * are no more rows than draws, all rows, with the number of times that may be expected.
 * @param least how many different rows there must be: the first ones are added until there are
 */
export function sampleOf(
  points: Pick<RowsToCluster, 'rows' | 'columns' | 'values' | 'weights'>,
  draws: number,
  least: number,
  draw: () => number,
): Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'> {
  const { rows, columns, values } = points
  if (rows <= draws) return { rows, columns, values, weights: expectedTimes(points, draws) }
  const times = new Map<number, number>()
  for (let i = 0; i < draws; i++) {
    const row = draw()
    times.set(row, (times.get(row) ?? 0) + 1)
  }
  for (let row = 0; times.size < least; row++) if (!times.has(row)) times.set(row, 1)
  const chosen = Int32Array.from(times.keys()).sort()
  const cells = new Float64Array(chosen.length * columns)
  chosen.forEach((row, at) => cells.set(values.subarray(row * columns, (row + 1) * columns), at * columns))
  const counts = Float64Array.from(chosen, (row) => times.get(row)!)
  return { rows: chosen.length, columns, values: cells, weights: counts }
}

function expectedTimes({ rows, weights }: Pick<RowsToCluster, 'rows' | 'weights'>, draws: number): Float64Array {
  if (weights === undefined) return new Float64Array(rows).fill(draws / rows)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.max((weight / total) * draws, Number.MIN_VALUE))
}
