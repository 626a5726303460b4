import type { Steps } from '@clientele/core'
import { countsOf, hasEmpty } from './cluster-totals.js'
import { ownDistances } from './inertia.js'
import type { LloydMemory } from './lloyd-memory.js'

/**
 * Gives every cluster without points the point farthest from its center (of equally far ones the first), taken from a
 * cluster that keeps another one, and puts the center there. The inertia falls by that point's share.
 *
 * O(blocks × k) time when no cluster is empty, O(rows × columns) otherwise and O(rows) for each empty cluster.
 * @returns whether a cluster was empty
 */
export function* refillEmpty(memory: LloydMemory): Steps<boolean> {
  const { columns, points, centers, labels, limits, distances } = memory
  if (!hasEmpty(memory)) return false
  const counts = countsOf(memory)
  yield* ownDistances(memory)
  const far = distances.view()
  for (let cluster = 0; cluster < counts.length; cluster++) {
    if (counts[cluster]! > 0) continue
    const row = farthestSpare(labels.view(), far, counts)
    counts[labels.view()[row]!]!--
    counts[cluster] = 1
    labels.view()[row] = cluster
    far[row] = 0
    centers.view().set(points.view().subarray(row * columns, (row + 1) * columns), cluster * columns)
  }
  // Nothing is known any more of who is nearest to whom.
  limits.view().fill(-Infinity)
  return true
}

/** There is one whenever a cluster is empty, because there are at least as many distinct points as clusters. */
function farthestSpare(labels: Int32Array, distances: Float64Array, counts: Float64Array): number {
  let farthest = -1
  for (let row = 0; row < labels.length; row++) {
    if (counts[labels[row]!]! > 1 && (farthest < 0 || distances[row]! > distances[farthest]!)) farthest = row
  }
  return farthest
}
