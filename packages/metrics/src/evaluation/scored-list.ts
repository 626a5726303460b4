import { checkNumber, describeValue, topK, type Id } from '@clientele/core'
import type { RecommendedItem, ScoringModel } from './evaluation.js'

/**
 * The best candidates by a model's score; those it cannot score are left out, equal scores rank in the order of the
 * candidates. O(candidates log n).
 * @throws RangeError or TypeError when a score is not a finite number, naming the product
 */
export function scoredList<C extends Id>(
  model: ScoringModel<C>,
  customer: C,
  candidates: readonly Id[],
  n: number,
): RecommendedItem[] {
  const items: Id[] = []
  const scores: number[] = []
  for (const item of candidates) {
    const score = model.score(customer, item)
    if (score === undefined) continue
    checkNumber('model.score', `score of ${describeValue(item)}`, score)
    items.push(item)
    scores.push(score)
  }
  return Array.from(topK(scores, Math.min(n, items.length)).indices, (i) => ({ item: items[i]! }))
}
