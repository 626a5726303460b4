import { nearestCentroid } from '../kmeans/nearest-centroid.js'
import type { WeightedPoints } from '../weighted-points.js'
import { dendrogramOf, type Dendrogram, type Links } from './dendrogram.js'

/** What every hierarchical clustering takes. */
export interface HierarchyOptions {
  /**
   * One number of at least 0 per row, how much it counts; default 1 each. A row of weight 2 is a row given twice; a row of
   * weight 0 joins the nearest other one at height 0 and changes nothing else.
   */
  readonly weights?: ArrayLike<number>
}

/**
 * The tree of the rows given, from the links between distinct rows: identical rows join first, at height 0.
 * @param weights one number per row given; default 1 each
 */
export function treeOfRows(points: WeightedPoints, links: Links, weights: ArrayLike<number> | undefined): Dendrogram {
  const { input, rowOfInput } = points
  const firstRows = new Int32Array(points.rows).fill(-1)
  rowOfInput.forEach((point, row) => {
    if (point >= 0 && firstRows[point]! < 0) firstRows[point] = row
  })
  const left: number[] = []
  const right: number[] = []
  rowOfInput.forEach((point, row) => {
    const first = firstRows[point < 0 ? nearestPoint(points, row) : point]!
    if (first === row) return
    left.push(first)
    right.push(row)
  })
  const heights = new Float64Array(left.length + links.heights.length)
  // Rows that differ are apart, even where the squares of their gaps are rounded to 0.
  heights.set(
    links.heights.map((height) => Math.max(height, Number.MIN_VALUE)),
    left.length,
  )
  const all = {
    left: Int32Array.from([...left, ...links.left.map((point) => firstRows[point]!)]),
    right: Int32Array.from([...right, ...links.right.map((point) => firstRows[point]!)]),
    heights,
  }
  return dendrogramOf(all, Float64Array.from(weights ?? new Float64Array(input.rows).fill(1)))
}

function nearestPoint({ input, rows, columns, values }: WeightedPoints, row: number): number {
  return nearestCentroid(input.values.subarray(row * columns, (row + 1) * columns), { rows, columns, values })
}
