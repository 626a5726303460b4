import { interactionsOf, positionOf, topK, type Transactions } from '@clientele/core'
import type { RecommendingModel } from '@clientele/metrics'
import { fitUserKnn } from '@clientele/recommenders'

/**
 * User-based neighbours that all count alike, as in MyMediaLite's `UserKNN` at first: a product's score is how many of the most similar
 * users have it. Equally many rank in the order of the products; another order gives other digits.
 */
export function countedNeighbours(train: Transactions<number, number>, neighbors: number): RecommendingModel<number> {
  const ones = interactionsOf(train, { value: 'binary' })
  const model = fitUserKnn(ones, { neighbors })
  const { customers, products, matrix } = ones
  const productsOf = (row: number) => matrix.indices.subarray(matrix.offsets[row], matrix.offsets[row + 1])
  return {
    recommend(user, { n }) {
      const counts = new Float64Array(products.ids.length)
      for (const { customer } of model.similarUsers(user, { n: neighbors })) {
        for (const product of productsOf(positionOf(customers, customer))) counts[product]!++
      }
      for (const product of productsOf(positionOf(customers, user))) counts[product] = -1
      const ranked = topK(counts, Math.min(n, counts.length)).indices.filter((product) => counts[product]! >= 0)
      return Array.from(ranked, (product) => ({ item: products.ids[product]! }))
    },
  }
}
