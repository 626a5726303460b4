/**
 * The tree of a hierarchical clustering. Clusters have numbers: row i is cluster i, and merge j makes cluster `rows + j`.
 */
export interface Dendrogram {
  /** Number of rows: the leaves of the tree. */
  readonly rows: number
  /**
   * Merge j joins clusters `merges[2 * j]` and `merges[2 * j + 1]`, the lower number first; `rows - 1` merges, by height.
   */
  readonly merges: Int32Array
  /** Merge → how far apart the two clusters were, never falling from merge to merge. */
  readonly heights: Float64Array
  /** Cluster → total weight of its rows (their number without weights): first the rows, then what each merge made. */
  readonly sizes: Float64Array
}

/** Pairs of rows whose clusters are merged, in any order, each with the height of the merge. */
export interface Links {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly heights: Float64Array
}

/**
 * Puts merges in order of height, of equally high ones in the order given, and numbers the clusters they make.
 *
 * O(rows log rows) time.
 * @param links as many as make one cluster of all rows
 * @param weights one number per row
 */
export function dendrogramOf({ left, right, heights }: Links, weights: Float64Array): Dendrogram {
  const rows = weights.length
  const order = Int32Array.from(heights.keys()).sort((a, b) => heights[a]! - heights[b]! || a - b)
  const merges = new Int32Array(2 * order.length)
  const sizes = new Float64Array(rows + order.length)
  sizes.set(weights)
  const parents = Int32Array.from({ length: sizes.length }, (_, cluster) => cluster)
  order.forEach((link, merge) => {
    const a = rootOf(parents, left[link]!)
    const b = rootOf(parents, right[link]!)
    merges[2 * merge] = Math.min(a, b)
    merges[2 * merge + 1] = Math.max(a, b)
    sizes[rows + merge] = sizes[a]! + sizes[b]!
    parents[a] = parents[b] = rows + merge
  })
  return { rows, merges, heights: Float64Array.from(order, (link) => heights[link]!), sizes }
}

/** The cluster that holds another one now; the way there is halved for the next time. */
export function rootOf(parents: Int32Array, cluster: number): number {
  while (parents[cluster] !== cluster) {
    parents[cluster] = parents[parents[cluster]!]!
    cluster = parents[cluster]!
  }
  return cluster
}
