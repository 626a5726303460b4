import type { DenseInput } from '@clientele/core'
import { clusterMeans, sumsOfDistances } from './cluster-means.js'
import { labelledRows, type IndexOptions } from './labelled-rows.js'

/**
 * Calinski–Harabasz index: how far clusters lie apart, compared with how wide they are. Higher is better; it has no upper bound.
 *
 * Variance of the cluster means around the common mean, by that of the rows around their cluster's mean, each by its
 * degrees of freedom: (B / (k - 1)) / (W / (n - k)). Favours round clusters of equal width, as k-means does.
 *
 * O(cells) time, 12 bytes a row of memory.
 *
 * @param points rows of finite numbers within ±1e100, or a `Dense`
 * @param labels row → its cluster, an integer from 0 to 65535; -1 for a row that belongs to none and takes no part
 * @returns Infinity when every row lies on its cluster's mean, 0 when all means coincide
 * @throws RangeError for bad points, labels or weights (named), fewer than two clusters, or as many clusters as rows
 * @see Caliński and Harabasz (1974), "A dendrite method for cluster analysis", Communications in Statistics 3
 * @example calinskiHarabasz([[1], [2], [8], [9]], [0, 0, 1, 1]) // 98 = (49 / 1) / (1 / 2)
 */
export function calinskiHarabasz(points: DenseInput, labels: ArrayLike<number>, options?: IndexOptions): number {
  const rows = labelledRows('calinskiHarabasz', points, labels, options)
  const { sizes, total } = rows
  const means = clusterMeans(rows)
  const between = sumOfSquaresBetween(means, sizes, total)
  const within = sumsOfDistances(rows, means, true).reduce((sum, each) => sum + each, 0)
  if (between === 0) return 0
  return between / (sizes.length - 1) / (within / (total - sizes.length))
}

/** Sum over clusters of size × squared distance of the cluster's mean to the mean of all rows. */
function sumOfSquaresBetween(means: Float64Array, sizes: Float64Array, total: number): number {
  const columns = means.length / sizes.length
  let between = 0
  for (let column = 0; column < columns; column++) {
    const centre = sizes.reduce((sum, size, cluster) => sum + size * means[cluster * columns + column]!, 0) / total
    sizes.forEach((size, cluster) => (between += size * (means[cluster * columns + column]! - centre) ** 2))
  }
  return between
}
