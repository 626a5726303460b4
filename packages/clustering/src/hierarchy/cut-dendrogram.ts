import { checkInteger, checkNumber, rangeError } from '@clientele/core'
import type { Dendrogram } from './dendrogram.js'

/** Where to cut a dendrogram: into a number of clusters, or at a height. */
export type DendrogramCut =
  | {
      /** Number of clusters, from 1 to the number of distinct rows. */
      readonly k: number
      /** Not beside `k`. */
      readonly height?: never
    }
  | {
      /** Clusters that were merged at this height or lower stay together; at least 0, in the unit of the heights. */
      readonly height: number
      /** Not beside `height`. */
      readonly k?: never
    }

/** The clusters of a cut. */
export interface CutClustering {
  /** Row → its cluster; clusters are numbered by their first row. */
  readonly labels: Int32Array
  /** Cluster → total weight of its rows (their number without weights). */
  readonly sizes: Float64Array
}

/**
 * Cuts the tree of {@link ward} or {@link linkage} into clusters. O(rows) time and memory.
 *
 * @throws RangeError for a `k` that is not an integer or above the number of distinct rows (given), a `height` below 0,
 * and when not just one of them is given
 * @example
 * const tree = ward([[1], [2], [8], [9]])
 * cutDendrogram(tree, { k: 2 }).labels // [0, 0, 1, 1]
 * cutDendrogram(tree, { height: 0.5 }).labels // [0, 1, 2, 3]
 */
export function cutDendrogram(dendrogram: Dendrogram, cut: DendrogramCut): CutClustering {
  const { rows, sizes } = dendrogram
  const clusterOf = clustersAfter(dendrogram, mergesBelow(dendrogram, cut))
  const tops = Int32Array.from(new Set(clusterOf.subarray(0, rows)))
  const places = new Map(Array.from(tops, (cluster, place) => [cluster, place]))
  const labels = Int32Array.from({ length: rows }, (_, row) => places.get(clusterOf[row]!)!)
  return { labels, sizes: Float64Array.from(tops, (cluster) => sizes[cluster]!) }
}

/** How many merges, from the lowest up, come before the cut. */
function mergesBelow({ heights, rows }: Dendrogram, { k, height }: DendrogramCut): number {
  if ((k === undefined) === (height === undefined)) {
    throw rangeError('cutDendrogram', 'cut', 'have either k or height', k === undefined ? 'neither' : 'both')
  }
  if (height !== undefined) {
    checkNumber('cutDendrogram', 'height', height, { min: 0 })
    const above = heights.findIndex((each) => each > height)
    return above < 0 ? heights.length : above
  }
  checkInteger('cutDendrogram', 'k', k, { min: 1 })
  const apart = heights.findIndex((each) => each > 0)
  const distinct = apart < 0 ? 1 : rows - apart
  if (k > distinct) throw rangeError('cutDendrogram', 'k', `be at most ${distinct}, the number of distinct rows`, k)
  return rows - k
}

/** Cluster → the cluster that holds it after so many merges. */
function clustersAfter({ merges, rows, sizes }: Dendrogram, count: number): Int32Array {
  const holder = Int32Array.from(sizes.keys())
  for (let merge = count - 1; merge >= 0; merge--) {
    const into = holder[rows + merge]!
    holder[merges[2 * merge]!] = into
    holder[merges[2 * merge + 1]!] = into
  }
  return holder
}
