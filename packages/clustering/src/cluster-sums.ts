import type { WeightedPoints } from './weighted-points.js'

/** Running sums of the points of each cluster: per cluster one weighted sum per column, then the total weight. */
export interface ClusterSums {
  readonly columns: number
  readonly total: Float64Array
  readonly block: Float64Array
}

/** Empty sums. */
export function clusterSums(clusters: number, columns: number): ClusterSums {
  const size = clusters * (columns + 1)
  return { columns, total: new Float64Array(size), block: new Float64Array(size) }
}

/** Adds the points from `start` to `end`: first to each other, then to the sums. */
export function addBlock(
  { total, block }: ClusterSums,
  { values, weights, columns }: WeightedPoints,
  labels: Int32Array,
  start: number,
  end: number,
): void {
  const stride = columns + 1
  block.fill(0)
  for (let row = start; row < end; row++) {
    const weight = weights[row]!
    const into = labels[row]! * stride
    const at = row * columns
    for (let column = 0; column < columns; column++) block[into + column]! += weight * values[at + column]!
    block[into + columns]! += weight
  }
  for (let i = 0; i < total.length; i++) total[i]! += block[i]!
}

/** Moves every centroid to the mean of its points and clears the sums; returns the sum of the squared moves. */
export function moveCentroids({ total, columns }: ClusterSums, centroids: Float64Array): number {
  let moved = 0
  for (let from = 0, into = 0; into < centroids.length; from += columns + 1, into += columns) {
    const mass = total[from + columns]!
    for (let column = 0; column < columns; column++) {
      const mean = total[from + column]! / mass
      moved += (mean - centroids[into + column]!) ** 2
      centroids[into + column] = mean
    }
  }
  total.fill(0)
  return moved
}
