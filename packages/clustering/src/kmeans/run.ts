import { groupSums } from '@clientele/core'
import type { Rest } from './lloyd.js'
import type { LloydMemory } from './lloyd-memory.js'
import { countsOf } from './cluster-totals.js'

/** Clusters of the points that an algorithm works on. */
export interface Clusters {
  /** Row-major, one row per cluster. */
  readonly centroids: Float64Array
  /** Point → its cluster. */
  readonly labels: Int32Array
  /** Cluster → total weight of its points. */
  readonly sizes: Float64Array
  /** Sum of weight × squared distance to the centroid. */
  readonly inertia: number
}

/** A run of k-means and what it reached. */
export interface Run extends Rest, Clusters {}

/** Copies what a run reached out of its memory. */
export function take(memory: LloydMemory, rest: Rest, inertia: number): Run {
  const centroids = memory.centers.view().slice()
  const labels = memory.labels.view().slice()
  const sizes = memory.weighted === 1 ? groupSums(labels, memory.weights.view(), memory.k) : countsOf(memory)
  return { ...rest, centroids, labels, sizes, inertia }
}
