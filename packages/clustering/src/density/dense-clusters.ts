import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import { neighborsWithin, roomForNeighbors, type Neighbors, type PointTree } from './point-tree.js'

/** Clusters of dense points, all by position in a tree. */
export interface DenseClusters {
  readonly clusters: number
  /** Position → its cluster, -1 for noise. */
  readonly labels: Int32Array
  /** Position → 1 when as much weight as asked for lies around it. */
  readonly core: Uint8Array
}

interface Growth extends DenseClusters {
  clusters: number
  /** Position → squared distance to the nearest core point that was met; -1 once it is one itself. */
  readonly nearest: Float64Array
  readonly seen: Uint8Array
  readonly queue: Int32Array
  readonly neighbors: Neighbors
}

/**
 * DBSCAN over a tree: core points that lie within the radius of one another are one cluster, and any other point within
 * the radius of a core point joins the cluster of the nearest (of equally near ones, the cluster that was found first).
 *
 * One search per point. 45 bytes a point of memory.
 * @param weights one number a point, in the order of the tree
 * @param from positions in the order in which clusters shall be found
 */
export function* denseClusters(
  tree: PointTree,
  weights: Float64Array,
  from: Int32Array,
  { eps, minPoints }: { readonly eps: number; readonly minPoints: number },
  pace: Pace,
): Steps<DenseClusters> {
  const points = weights.length
  const growth: Growth = {
    clusters: 0,
    labels: new Int32Array(points).fill(-1),
    core: new Uint8Array(points),
    nearest: new Float64Array(points).fill(Infinity),
    seen: new Uint8Array(points),
    queue: new Int32Array(points),
    neighbors: roomForNeighbors(tree),
  }
  let done = 0
  for (const first of from) {
    if (growth.seen[first] === 1) continue
    let waiting = enqueue(growth, first, 0)
    const cluster = growth.clusters
    for (let head = 0; head < waiting; head++) {
      const at = growth.queue[head]!
      neighborsWithin(
        tree,
        tree.values.subarray(at * tree.columns, (at + 1) * tree.columns),
        eps * eps,
        growth.neighbors,
      )
      if (weightOf(growth.neighbors, weights) >= minPoints) waiting = spread(growth, at, cluster, waiting)
      done++
      if (pace.due(200 + growth.neighbors.count * (tree.columns + 4))) yield progressAt(done, points)
    }
  }
  yield progressAt(points, points)
  return growth
}

function progressAt(done: number, total: number): Progress {
  return { stage: 'density', done, total }
}

/** Compensated, so that ten points of weight 0.1 weigh 1, in whatever order they were found. */
function weightOf({ at, count }: Neighbors, weights: Float64Array): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < count; i++) {
    const weight = weights[at[i]!]!
    const next = total + weight
    lost += total >= weight ? total - next + weight : weight - next + total
    total = next
  }
  return total + lost
}

/** A core point takes its neighbours into its cluster; those not seen yet wait to be looked at. */
function spread(growth: Growth, at: number, cluster: number, waiting: number): number {
  const { labels, core, nearest, neighbors, seen } = growth
  growth.clusters = cluster + 1
  core[at] = 1
  for (let i = 0; i < neighbors.count; i++) {
    const neighbor = neighbors.at[i]!
    if (neighbors.distances[i]! < nearest[neighbor]!) {
      nearest[neighbor] = neighbors.distances[i]!
      labels[neighbor] = cluster
    }
    if (seen[neighbor] === 0) waiting = enqueue(growth, neighbor, waiting)
  }
  nearest[at] = -1
  return waiting
}

function enqueue({ queue, seen }: Growth, at: number, waiting: number): number {
  queue[waiting] = at
  seen[at] = 1
  return waiting + 1
}
