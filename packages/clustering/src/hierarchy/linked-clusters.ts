import type { Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import type { MergingClusters } from './neighbor-chain.js'

/**
 * Clusters for average and complete linkage: all distances between them, each pair once.
 *
 * Distances to a merged cluster follow from those to its parts: their mean, weighted by size, or the larger one. 4 × points²
 * bytes of memory, a look at every pair to begin with.
 * @param complete whether the farthest pair of rows counts, not the average
 * @see Lance and Williams (1967), "A General Theory of Classificatory Sorting Strategies", The Computer Journal 9
 */
export function* linkedClusters(
  values: Float64Array,
  columns: number,
  pointWeights: Float64Array,
  complete: boolean,
  pace: Pace,
): Steps<MergingClusters> {
  const weights = pointWeights.slice()
  const points = weights.length
  // The pair of a < b stands at starts[a] + b. Before all pairs there is room for the first cluster and itself.
  const pairs = new Float64Array(1 + (points * (points - 1)) / 2)
  const starts = Int32Array.from({ length: points }, (_, a) => a * points - (a * (a + 3)) / 2)
  for (let row = 0; row < points; row++) {
    distancesBehind(values, columns, row, pairs.subarray(starts[row]! + row + 1))
    if (pace.due((points - row) * columns)) yield { stage: 'merging', done: 0, total: points - 1 }
  }
  return {
    cost: 2,
    heightOf: (distance) => distance,
    distances(from, others, count, into) {
      const start = starts[from]!
      for (let i = 0; i < count; i++) {
        const other = others[i]!
        into[i] = pairs[other > from ? start + other : starts[other]! + from]!
      }
    },
    merge(into, gone, clusters, count) {
      const share = weights[gone]! / (weights[into]! + weights[gone]!)
      for (let i = 0; i < count; i++) {
        const other = clusters[i]!
        if (other === into || other === gone) continue
        const at = other < into ? starts[other]! + into : starts[into]! + other
        const near = pairs[at]!
        const far = pairs[other < gone ? starts[other]! + gone : starts[gone]! + other]!
        pairs[at] = complete ? Math.max(near, far) : near + share * (far - near)
      }
      weights[into]! += weights[gone]!
    },
  }
}

/** Distances from a row to those behind it. */
function distancesBehind(values: Float64Array, columns: number, row: number, into: Float64Array): void {
  const from = row * columns
  for (let at = from + columns, i = 0; at < values.length; at += columns, i++) {
    let squares = 0
    for (let column = 0; column < columns; column++) {
      const gap = values[from + column]! - values[at + column]!
      squares += gap * gap
    }
    into[i] = Math.sqrt(squares)
  }
}
