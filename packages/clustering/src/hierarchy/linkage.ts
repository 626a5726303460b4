import { checkOneOf, rangeError, run, runAsync, type AsyncOptions, type DenseInput, type Steps } from '@clientele/core'
import { Pace } from '../pace.js'
import { weightedPoints, type WeightedPoints } from '../weighted-points.js'
import type { Dendrogram, Links } from './dendrogram.js'
import { linkedClusters } from './linked-clusters.js'
import { neighborChain } from './neighbor-chain.js'
import { spanningTree } from './spanning-tree.js'
import { treeOfRows, type HierarchyOptions } from './tree-of-rows.js'

/**
 * How far two clusters are apart: the distance between their rows on average, between the two farthest (`complete`), or
 * between the two nearest (`single`).
 */
export type LinkageMethod = 'average' | 'complete' | 'single'

/** More distances than between so many rows would not fit into memory: 1.6 GB. */
const MOST_ROWS = 20_000

/**
 * Merges rows into ever larger clusters, always the two closest, for one of three meanings of close (Euclidean). Cut the tree
 * with {@link cutDendrogram}.
 *
 * The height of a merge is that distance, in the unit of the points. Identical rows join first, at height 0. Nothing is drawn:
 * the same rows give the same tree. For even clusters take {@link ward}: single linkage chains, the others leave lone rows.
 *
 * O(distinct rows² × columns) time. Average and complete linkage hold all distances, 4 × distinct rows² bytes: 400 MB for
 * 10,000. Single linkage takes about 100 bytes a row.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`; put the columns on one scale first
 * @throws RangeError for rows of different length, a cell that is not finite (named), no rows or columns, another method, a
 * weight below 0 or none above it, and above 20,000 distinct rows, except for single linkage
 * @see Sneath and Sokal (1973), "Numerical Taxonomy"; Müllner (2011), "Modern hierarchical, agglomerative clustering
 * algorithms", arXiv:1109.2378
 * @example
 * linkage([[1], [2], [9]], 'average') // merges [0, 1, 2, 3], heights [1, 7.5], sizes [1, 1, 1, 2, 3]
 */
export function linkage(points: DenseInput, method: LinkageMethod, options?: HierarchyOptions): Dendrogram {
  return run(linkageSteps(points, method, options))
}

/**
 * {@link linkage} that lets other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts merges of distinct rows. When `signal` ends it, the promise rejects with the signal's reason.
 * @example await linkageAsync(points, 'single', { signal: AbortSignal.timeout(60_000) })
 */
export function linkageAsync(
  points: DenseInput,
  method: LinkageMethod,
  options: HierarchyOptions & AsyncOptions = {},
): Promise<Dendrogram> {
  return runAsync(linkageSteps(points, method, options), options)
}

function* linkageSteps(
  input: DenseInput,
  method: LinkageMethod,
  { weights }: HierarchyOptions = {},
): Steps<Dendrogram> {
  checkOneOf('linkage', 'method', method, ['average', 'complete', 'single'])
  const points = weightedPoints('linkage', input, weights)
  return treeOfRows(points, yield* linksOf(points, method, new Pace()), weights)
}

function* linksOf(points: WeightedPoints, method: LinkageMethod, pace: Pace): Steps<Links> {
  const { rows, columns, values, weights } = points
  if (method === 'single') return yield* spanningTree(values, columns, pace)
  if (rows > MOST_ROWS) {
    throw rangeError('linkage', 'points', `have at most ${MOST_ROWS} distinct rows for ${method} linkage`, rows)
  }
  const clusters = yield* linkedClusters(values, columns, weights, method === 'complete', pace)
  return yield* neighborChain(rows, clusters, pace)
}
