import { random, type Dense } from '@clientele/core'
import { reference } from '@clientele/testing'

/** Rows of numbers, uniform in [0, 1), the same for the same seed. */
export function randomRows(seed: number, rows: number, columns: number): number[][] {
  const stream = random(seed).fork('points')
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next()))
}

/** The occupied cells of the three quartile scores on Online Retail II, and how many customers are in each. */
export function scoreCells(): { points: number[][]; weights: number[] } {
  const counts: number[] = reference('online-retail-ii').rfm.quartileScoresByLines.cellCounts
  const cells = counts.map((weight, i) => ({ point: [1 + (i >> 4), 1 + ((i >> 2) & 3), 1 + (i & 3)], weight }))
  const occupied = cells.filter(({ weight }) => weight > 0)
  return { points: occupied.map(({ point }) => point), weights: occupied.map(({ weight }) => weight) }
}

/** The rows of a matrix as arrays. */
export function rowsOf({ rows, columns, values }: Dense): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)))
}

export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0)
}

/** The inertia of a grouping around the means of its groups, straight from the definition. */
export function inertiaOf(points: readonly number[][], labels: ArrayLike<number>, k: number): number {
  let inertia = 0
  for (let cluster = 0; cluster < k; cluster++) {
    const members = points.filter((_, row) => labels[row] === cluster)
    const mean = points[0]!.map((_, column) => members.reduce((sum, point) => sum + point[column]!, 0) / members.length)
    for (const point of members) inertia += squaredDistance(point, mean)
  }
  return inertia
}

/** The lowest inertia of any grouping into k: every grouping is tried. */
export function bestInertia(points: readonly number[][], k: number): number {
  let best = Infinity
  const labels = points.map(() => 0)
  const place = (row: number, used: number) => {
    if (row === points.length) {
      if (used === k) best = Math.min(best, inertiaOf(points, labels, k))
      return
    }
    for (let label = 0; label <= Math.min(used, k - 1); label++) {
      labels[row] = label
      place(row + 1, Math.max(used, label + 1))
    }
  }
  place(0, 0)
  return best
}
