import type { DenseInput } from '@clientele/core'
import { clusterMeans, sumsOfDistances } from './cluster-means.js'
import { labelledRows, type IndexOptions } from './labelled-rows.js'

/**
 * Davies–Bouldin index: how much each cluster overlaps with the one it is most like, on average. Lower is better; 0 is the least.
 *
 * The width of a cluster is the mean distance of its rows to its mean. Two clusters are alike when their widths together
 * are large beside the distance of their means; of each cluster the worst such ratio counts.
 *
 * O(cells + k² × columns) time, 12 bytes a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param labels row → its cluster, an integer from 0 to 65535; -1 for a row that belongs to none and takes no part
 * @returns Infinity when the means of two clusters coincide
 * @throws RangeError for bad points, labels or weights (named), fewer than two clusters, or as many clusters as rows
 * @see Davies and Bouldin (1979), "A Cluster Separation Measure", IEEE Transactions on Pattern Analysis and Machine
 * Intelligence 1
 * @example daviesBouldin([[1], [2], [8], [9]], [0, 0, 1, 1]) // 1/7: two widths of 0.5, means 7 apart
 */
export function daviesBouldin(points: DenseInput, labels: ArrayLike<number>, options?: IndexOptions): number {
  const rows = labelledRows('daviesBouldin', points, labels, options)
  const { sizes } = rows
  const means = clusterMeans(rows)
  const widths = sumsOfDistances(rows, means, false).map((sum, cluster) => sum / sizes[cluster]!)
  const worst = worstRatios(means, widths)
  return worst.reduce((sum, ratio) => sum + ratio, 0) / sizes.length
}

/** Cluster → its largest ratio of widths to distance over all other clusters. */
function worstRatios(means: Float64Array, widths: Float64Array): Float64Array {
  const k = widths.length
  const columns = means.length / k
  const worst = new Float64Array(k)
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      let square = 0
      for (let column = 0; column < columns; column++) {
        square += (means[a * columns + column]! - means[b * columns + column]!) ** 2
      }
      // Clusters around the same point cannot be told apart, even when both have no width.
      const ratio = square === 0 ? Infinity : (widths[a]! + widths[b]!) / Math.sqrt(square)
      worst[a] = Math.max(worst[a]!, ratio)
      worst[b] = Math.max(worst[b]!, ratio)
    }
  }
  return worst
}
