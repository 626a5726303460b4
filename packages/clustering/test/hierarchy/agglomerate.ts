import { inertiaOf, squaredDistance } from '../points.js'

/** How far two clusters of rows are apart, straight from the definitions. */
export const apartBy = {
  ward: (a: number[][], b: number[][]) => {
    const inertia = (rows: number[][]) => inertiaOf(rows, new Int32Array(rows.length), 1)
    return Math.sqrt(2 * Math.max(0, inertia([...a, ...b]) - inertia(a) - inertia(b)))
  },
  average: (a: number[][], b: number[][]) => pairs(a, b).reduce((sum, each) => sum + each, 0) / (a.length * b.length),
  complete: (a: number[][], b: number[][]) => Math.max(...pairs(a, b)),
  single: (a: number[][], b: number[][]) => Math.min(...pairs(a, b)),
}

function pairs(a: number[][], b: number[][]): number[] {
  return a.flatMap((one) => b.map((other) => Math.sqrt(squaredDistance(one, other))))
}

/** The heights of merging the two closest clusters of all, again and again: every pair is looked at every time. */
export function heightsByHand(points: readonly number[][], apart: (a: number[][], b: number[][]) => number): number[] {
  let clusters = points.map((point) => [point])
  const heights: number[] = []
  while (clusters.length > 1) {
    let best = { height: Infinity, a: 0, b: 0 }
    clusters.forEach((one, a) => {
      clusters.slice(0, a).forEach((other, b) => {
        const height = apart(one, other)
        if (height < best.height) best = { height, a, b }
      })
    })
    const { height, a, b } = best
    heights.push(height)
    clusters = [...clusters.filter((_, i) => i !== a && i !== b), [...clusters[a]!, ...clusters[b]!]]
  }
  return heights
}
