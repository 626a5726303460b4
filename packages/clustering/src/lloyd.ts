import type { Progress, Steps } from '@clientele/core'
import { assignRows } from './assign-rows.js'
import { addBlock, clusterSums, moveCentroids } from './cluster-sums.js'
import type { ResolvedLimits } from './kmeans-options.js'
import type { Pace } from './pace.js'
import { refillEmpty } from './refill-empty.js'
import type { WeightedPoints } from './weighted-points.js'

/**
 * Rows of one piece of work. Sums are formed per block and added in block order: any split of the work, the same bits.
 */
const BLOCK = 4096

/** Centroids, and which points belong to them. */
export interface Assignment {
  /** Row-major, one row per cluster. */
  readonly centroids: Float64Array
  /** Point → its nearest centroid. */
  readonly labels: Int32Array
  /** Point → squared distance to that centroid. */
  readonly distances: Float64Array
}

/** Where Lloyd's algorithm came to rest. */
export interface Rest extends Assignment {
  readonly iterations: number
  /** Whether labels no longer changed, or the centroids stood still within the tolerance. */
  readonly converged: boolean
}

/**
 * Lloyd's algorithm from given centroids, which it moves in place: every point joins its nearest centroid, every
 * centroid moves to the weighted mean of its points, until nothing changes. Each half can only lower the inertia.
 *
 * O(rows × k × columns) time per iteration; two numbers a row of memory, used again in every round.
 * @see Lloyd (1982), "Least squares quantization in PCM", IEEE Transactions on Information Theory 28
 */
export function* lloyd(
  points: WeightedPoints,
  centroids: Float64Array,
  { iterations, tolerance }: ResolvedLimits,
  pace: Pace,
  progress: Progress,
): Steps<Rest> {
  const { rows, columns, meanVariance } = points
  const labels = new Int32Array(rows).fill(-1)
  const state: Assignment = { centroids, labels, distances: new Float64Array(rows) }
  const sums = clusterSums(centroids.length / columns, columns)
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const changed = yield* assign(points, state, pace, progress)
    if (!changed) return { ...state, iterations: iteration, converged: true }
    for (let start = 0; start < rows; start += BLOCK) {
      addBlock(sums, points, labels, start, Math.min(start + BLOCK, rows))
      if (pace.due(Math.min(BLOCK, rows) * columns)) yield progress
    }
    if (moveCentroids(sums, centroids) <= tolerance * meanVariance) {
      yield* assign(points, state, pace, progress)
      return { ...state, iterations: iteration, converged: true }
    }
  }
  yield* assign(points, state, pace, progress)
  return { ...state, iterations, converged: false }
}

/** Every point joins its nearest centroid and no cluster is left empty; true when a label changed. */
function* assign(points: WeightedPoints, state: Assignment, pace: Pace, progress: Progress): Steps<boolean> {
  const { rows, columns, values } = points
  const { centroids, labels, distances } = state
  const clusters = centroids.length / columns
  let changed = 0
  // A refilled cluster may draw points from others: look again. It owns its point from then on, so k times at most.
  for (let pass = 0; pass <= clusters; pass++) {
    for (let start = 0; start < rows; start += BLOCK) {
      const end = Math.min(start + BLOCK, rows)
      changed += assignRows(values, columns, centroids, start, end, labels, distances)
      if (pace.due((end - start) * centroids.length)) yield progress
    }
    const refilled = refillEmpty(points, state)
    if (refilled === 0) break
    changed += refilled
  }
  return changed > 0
}
