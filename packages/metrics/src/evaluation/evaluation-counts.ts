import type { EvaluationCases } from './evaluation-cases.js'
import type { Evaluation } from './evaluation.js'
import { EMPTY } from './recommended-lists.js'

/** What was judged and what was left out, counted. O(customers + relevant products). */
export function evaluationCounts(
  lists: Int32Array,
  { customers, relevant, trainProducts, skipped, newCustomers }: EvaluationCases,
  { k }: { readonly k: number },
): Pick<
  Evaluation,
  'customers' | 'skipped' | 'newCustomers' | 'shortLists' | 'relevantPairs' | 'relevantPairsOfNewProducts'
> {
  let shortLists = 0
  for (let last = k - 1; last < lists.length; last += k) shortLists += lists[last] === EMPTY ? 1 : 0
  let relevantPairs = 0
  let relevantPairsOfNewProducts = 0
  for (const products of relevant) {
    relevantPairs += products.length
    for (const product of products) relevantPairsOfNewProducts += product >= trainProducts ? 1 : 0
  }
  return {
    customers: customers.ids.length,
    skipped,
    newCustomers,
    shortLists,
    relevantPairs,
    relevantPairsOfNewProducts,
  }
}
