import { compensatedSum, type Progress, type Steps } from '@clientele/core'
import { kmeansGenerator } from 'ml-kmeans'
import type { DistanceFunction } from './distances.js'

/** Where a run came to rest. */
export interface DistanceRun {
  readonly centroids: readonly (readonly number[])[]
  /** Row → its cluster. */
  readonly labels: Int32Array
  /** Sum of the distances of the rows to the centroids of their clusters. */
  readonly inertia: number
  readonly iterations: number
  readonly converged: boolean
}

/**
 * Rounds of ml-kmeans from given centroids until no label changes.
 *
 * Its own test of convergence, which compares how far centroids moved with an absolute tolerance, is switched off. A cluster that
 * loses all its rows, which ml-kmeans would leave as it is, takes the row farthest from its centroid. O(rows × k) distances per
 * round.
 */
export function* distanceRun(
  rows: number[][],
  start: number[][],
  distance: DistanceFunction,
  iterations: number,
  progress: Progress,
): Steps<DistanceRun> {
  let centroids = start
  let labels: Int32Array | undefined
  for (let round = 0; round < iterations;) {
    const settings = { initialization: centroids, distanceFunction: distance as Measure, tolerance: -1 }
    for (const step of kmeansGenerator(rows, start.length, { ...settings, maxIterations: iterations - round })) {
      round++
      const found = Int32Array.from(step.clusters)
      centroids = step.centroids
      const refilled = refill(rows, centroids, found, distance)
      const same = labels !== undefined && found.every((label, row) => label === labels![row])
      labels = found
      if (same) return ended(rows, centroids, labels, distance, round, true)
      yield progress
      if (refilled) break
    }
  }
  return ended(rows, centroids, labels!, distance, iterations, false)
}

type Measure = (a: number[], b: number[]) => number

/** Gives each cluster without rows the row farthest from its centroid, from a cluster that keeps another one. */
function refill(rows: number[][], centroids: number[][], labels: Int32Array, distance: DistanceFunction): boolean {
  const counts = new Int32Array(centroids.length)
  for (const label of labels) counts[label]!++
  if (!counts.includes(0)) return false
  const far = Float64Array.from(labels, (label, row) => distance(rows[row]!, centroids[label]!))
  counts.forEach((count, cluster) => {
    if (count > 0) return
    let farthest = -1
    labels.forEach((label, row) => {
      if (counts[label]! > 1 && (farthest < 0 || far[row]! > far[farthest]!)) farthest = row
    })
    counts[labels[farthest]!]!--
    counts[cluster] = 1
    labels[farthest] = cluster
    far[farthest] = 0
    centroids[cluster] = rows[farthest]!.slice()
  })
  return true
}

function ended(
  rows: number[][],
  centroids: number[][],
  labels: Int32Array,
  distance: DistanceFunction,
  iterations: number,
  converged: boolean,
): DistanceRun {
  const inertia = compensatedSum(Float64Array.from(labels, (label, row) => distance(rows[row]!, centroids[label]!)))
  return { centroids, labels, inertia, iterations, converged }
}
