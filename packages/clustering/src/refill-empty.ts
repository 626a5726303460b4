import type { Assignment } from './lloyd.js'
import type { WeightedPoints } from './weighted-points.js'

/**
 * Gives every cluster without points the point farthest from its centroid (of equally far ones the first), taken from a
 * cluster that keeps another one, and puts the centroid there. The inertia falls by that point's share.
 *
 * O(rows) time, and O(rows) again per empty cluster.
 * @returns how many clusters were empty
 */
export function refillEmpty(points: WeightedPoints, { centroids, labels, distances }: Assignment): number {
  const { columns, values } = points
  const counts = new Int32Array(centroids.length / columns)
  for (let row = 0; row < labels.length; row++) counts[labels[row]!]!++
  let refilled = 0
  for (let cluster = 0; cluster < counts.length; cluster++) {
    if (counts[cluster]! > 0) continue
    const row = farthestSpare(labels, distances, counts)
    counts[labels[row]!]!--
    counts[cluster] = 1
    labels[row] = cluster
    distances[row] = 0
    centroids.set(values.subarray(row * columns, (row + 1) * columns), cluster * columns)
    refilled++
  }
  return refilled
}

/** There is one whenever a cluster is empty, because there are at least as many distinct points as clusters. */
function farthestSpare(labels: Int32Array, distances: Float64Array, counts: Int32Array): number {
  let farthest = -1
  for (let row = 0; row < labels.length; row++) {
    if (counts[labels[row]!]! > 1 && (farthest < 0 || distances[row]! > distances[farthest]!)) farthest = row
  }
  return farthest
}
