import type { MergingClusters } from './neighbor-chain.js'

/**
 * Clusters for Ward's method, held as means and weights. The height of a merge is the square root of twice what it adds to
 * the inertia: √(2 a b / (a + b)) × distance of the means, for weights a and b.
 *
 * A copy of the points is all the memory it takes.
 * @see Ward (1963), "Hierarchical Grouping to Optimize an Objective Function", Journal of the American Statistical
 * Association 58
 */
export function wardClusters(values: Float64Array, columns: number, pointWeights: Float64Array): MergingClusters {
  const means = values.slice()
  const weights = pointWeights.slice()
  return {
    cost: columns + 2,
    distances(from, others, count, into) {
      const weight = weights[from]!
      const at = from * columns
      for (let i = 0; i < count; i++) {
        const other = others[i]!
        const otherAt = other * columns
        let squares = 0
        for (let column = 0; column < columns; column++) {
          const gap = means[at + column]! - means[otherAt + column]!
          squares += gap * gap
        }
        const otherWeight = weights[other]!
        into[i] = ((2 * weight * otherWeight) / (weight + otherWeight)) * squares
      }
    },
    heightOf: Math.sqrt,
    merge(into, gone) {
      const weight = weights[into]! + weights[gone]!
      const share = weights[gone]! / weight
      for (let column = 0; column < columns; column++) {
        const mean = means[into * columns + column]!
        means[into * columns + column] = mean + share * (means[gone * columns + column]! - mean)
      }
      weights[into] = weight
    },
  }
}
