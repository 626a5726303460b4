import { run, runAsync, type AsyncOptions, type DenseInput, type Steps } from '@clientele/core'
import { Pace } from '../pace.js'
import { weightedPoints } from '../weighted-points.js'
import type { Dendrogram } from './dendrogram.js'
import { neighborChain } from './neighbor-chain.js'
import { treeOfRows, type HierarchyOptions } from './tree-of-rows.js'
import { wardClusters } from './ward-clusters.js'

/**
 * Merges rows into ever larger clusters, always the two whose merge adds least to the inertia (Ward's method, Euclidean).
 * Cut the tree with {@link cutDendrogram}.
 *
 * The height of a merge is the square root of twice what it adds to the inertia, as in scipy: for two rows, their distance.
 * Identical rows join first, at height 0. Nothing is drawn: the same rows give the same tree.
 *
 * O(distinct rows² × columns) time; a copy of the distinct rows and about 100 bytes a row of memory. 20,000 distinct rows of
 * three columns take some seconds and no more than 10 MB.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, a weight below 0 or
 * none above it
 * @see Ward (1963), "Hierarchical Grouping to Optimize an Objective Function", Journal of the American Statistical
 * Association 58; Murtagh and Legendre (2014), "Ward's Hierarchical Agglomerative Clustering Method", Journal of
 * Classification 31
 * @example
 * ward([[1], [2], [9]]) // merges [0, 1, 2, 3], heights [1, 8.66], sizes [1, 1, 1, 2, 3]
 */
export function ward(points: DenseInput, options?: HierarchyOptions): Dendrogram {
  return run(wardSteps(points, options))
}

/**
 * {@link ward} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts merges of distinct rows. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await wardAsync(points, { signal: AbortSignal.timeout(60_000) })
 */
export function wardAsync(points: DenseInput, options: HierarchyOptions & AsyncOptions = {}): Promise<Dendrogram> {
  return runAsync(wardSteps(points, options), options)
}

function* wardSteps(input: DenseInput, { weights }: HierarchyOptions = {}): Steps<Dendrogram> {
  const points = weightedPoints('ward', input, weights)
  const clusters = wardClusters(points.values, points.columns, points.weights)
  const links = yield* neighborChain(points.rows, clusters, new Pace())
  return treeOfRows(points, links, weights)
}
