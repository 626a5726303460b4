import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import type { Links } from './dendrogram.js'

/** Clusters that can say how far they are apart, and be merged. Each goes by the number of one of its points. */
export interface MergingClusters {
  /** Operations for one distance, for the pace. */
  readonly cost: number
  /**
   * Writes to `into` how far a cluster is from each of the first `count` others: the same both ways, bit for bit, and in any
   * unit that rises with the height. What it writes for the cluster itself does not matter.
   */
  distances(from: number, others: Int32Array, count: number, into: Float64Array): void
  /** The height of a merge over that distance. */
  heightOf(distance: number): number
  /** Merges two of the first `count` clusters of a list; what they become goes by the first number. */
  merge(into: number, gone: number, clusters: Int32Array, count: number): void
}

/**
 * Merges clusters two by two until one is left, always two of which each is the other's nearest.
 *
 * From any cluster the chain goes to its nearest, from there to the nearest of that one, until two are each other's
 * nearest and merge; the chain then goes on from where it was before them. For distances that no merge makes smaller (Ward,
 * average, complete) the merges are those of always taking the two closest of all.
 *
 * About 3 × points looks at all clusters, O(points²) distances; 28 bytes a point of memory beside the clusters.
 * @see Murtagh (1983), "A Survey of Recent Advances in Hierarchical Clustering Algorithms", The Computer Journal 26;
 * Müllner (2011), "Modern hierarchical, agglomerative clustering algorithms", arXiv:1109.2378
 */
export function* neighborChain(points: number, clusters: MergingClusters, pace: Pace): Steps<Links> {
  const merges = points - 1
  const links = { left: new Int32Array(merges), right: new Int32Array(merges), heights: new Float64Array(merges) }
  const alive = Int32Array.from({ length: points }, (_, cluster) => cluster)
  const distances = new Float64Array(points)
  const chain: number[] = []
  for (let merged = 0; merged < merges;) {
    if (chain.length === 0) chain.push(alive[0]!)
    const last = chain.at(-1)!
    const count = points - merged
    clusters.distances(last, alive, count, distances)
    if (pace.due(count * clusters.cost)) yield progressAt(merged, merges)
    const place = nearestPlace(alive, distances, count, last, chain.at(-2))
    const nearest = alive[place]!
    if (nearest !== chain.at(-2)) {
      lengthen(chain, nearest)
      continue
    }
    chain.length -= 2
    links.left[merged] = Math.min(last, nearest)
    links.right[merged] = Math.max(last, nearest)
    links.heights[merged] = clusters.heightOf(distances[place]!)
    clusters.merge(links.left[merged]!, links.right[merged]!, alive, count)
    withdraw(alive, count, links.right[merged]!)
    merged++
  }
  yield progressAt(merges, merges)
  return links
}

function progressAt(done: number, total: number): Progress {
  return { stage: 'merging', done, total }
}

/** Where in the list the nearest stands: of equally near ones the one before in the chain, else the lowest number. */
function nearestPlace(
  alive: Int32Array,
  distances: Float64Array,
  count: number,
  last: number,
  before: number | undefined,
): number {
  distances[placeOf(alive, count, last)] = Infinity
  let place = 0
  let least = Infinity
  for (let i = 0; i < count; i++) {
    if (distances[i]! >= least) continue
    least = distances[i]!
    place = i
  }
  const placeBefore = before === undefined ? place : placeOf(alive, count, before)
  return distances[placeBefore] === least ? placeBefore : place
}

/** Where a number stands in an ascending list that holds it. */
function placeOf(alive: Int32Array, count: number, cluster: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (alive[middle]! < cluster) low = middle + 1
    else high = middle
  }
  return low
}

/** A merge may come out nearer than it can be, by a rounding, and lead back into the chain: what came after is dropped. */
function lengthen(chain: number[], nearest: number): void {
  const known = chain.indexOf(nearest)
  if (known >= 0) chain.length = known
  chain.push(nearest)
}

/** Takes a number out of an ascending list. */
function withdraw(alive: Int32Array, count: number, gone: number): void {
  const place = placeOf(alive, count, gone)
  alive.copyWithin(place, place + 1, count)
}
