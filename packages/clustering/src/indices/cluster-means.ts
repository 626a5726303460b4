import type { LabelledRows } from './labelled-rows.js'

/** The weighted mean of each cluster, row after row. O(cells). */
export function clusterMeans({ points, clusterOf, sizes, weights }: LabelledRows): Float64Array {
  const { rows, columns, values } = points
  const means = new Float64Array(sizes.length * columns)
  for (let row = 0, at = 0; row < rows; row++) {
    const cluster = clusterOf[row]!
    if (cluster < 0) {
      at += columns
      continue
    }
    const weight = weights === undefined ? 1 : weights[row]!
    for (let into = cluster * columns, end = into + columns; into < end; into++, at++) {
      means[into]! += weight * values[at]!
    }
  }
  for (let i = 0; i < means.length; i++) means[i]! /= sizes[Math.floor(i / columns)]!
  return means
}

/**
 * Sum over the rows of each cluster of weight × distance to the cluster's mean, or × squared distance. O(cells).
 * @param squared whether distances stay squared
 */
export function sumsOfDistances(
  { points, clusterOf, sizes, weights }: LabelledRows,
  means: Float64Array,
  squared: boolean,
): Float64Array {
  const { rows, columns, values } = points
  const sums = new Float64Array(sizes.length)
  for (let row = 0, at = 0; row < rows; row++) {
    const cluster = clusterOf[row]!
    if (cluster < 0) {
      at += columns
      continue
    }
    let square = 0
    for (let from = cluster * columns, end = from + columns; from < end; from++, at++) {
      const gap = values[at]! - means[from]!
      square += gap * gap
    }
    sums[cluster]! += (weights === undefined ? 1 : weights[row]!) * (squared ? square : Math.sqrt(square))
  }
  return sums
}
