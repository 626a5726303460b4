import { describeValue, type Id } from '@clientele/core'
import type { EvaluationCases } from './evaluation-cases.js'
import type { EvaluationProtocol, EvaluationWarning } from './evaluation.js'
import { memberships } from './memberships.js'

/**
 * What in a model's lists hints at a leak, or at a model that does not do what it is asked for, and candidates that were sampled.
 * O(places + purchases).
 * @param lists `customers × k` positions in the products of the cases
 */
export function evaluationWarnings<C extends Id>(
  lists: Int32Array,
  cases: EvaluationCases<C>,
  { k, repurchases, negatives }: Pick<EvaluationProtocol, 'k' | 'repurchases' | 'negatives'>,
): EvaluationWarning<C>[] {
  const next = memberships(cases.products.ids.length)
  const listOf = (row: number) => lists.subarray(row * k, (row + 1) * k)
  const seen = cases.seen.map((products, row) => count(listOf(row), next(products)))
  const unknown = cases.seen.map((_, row) => count(listOf(row), (product) => product >= cases.trainProducts))
  return [
    ...(negatives === undefined ? [] : [sampledWarning(negatives, cases)]),
    ...(repurchases === 'exclude'
      ? warning('seenRecommended', 'bought before, though asked to leave them out', seen, cases)
      : []),
    ...warning('unknownRecommended', 'not in the train period', unknown, cases),
  ]
}

function count(list: Int32Array, concerned: (product: number) => boolean): number {
  return list.reduce((total, product) => total + (concerned(product) ? 1 : 0), 0)
}

/** One warning, or none when no list is concerned. */
function warning<C extends Id>(
  kind: EvaluationWarning['kind'],
  what: string,
  counts: readonly number[],
  { customers: { ids } }: EvaluationCases<C>,
): EvaluationWarning<C>[] {
  const first = counts.findIndex((places) => places > 0)
  if (first < 0) return []
  const recommendations = counts.reduce((total, places) => total + places, 0)
  const customers = counts.filter((places) => places > 0).length
  const example = ids[first]!
  const message =
    `${recommendations} recommendations to ${customers} of ${ids.length} customers are products ${what}; ` +
    `the first to ${describeValue(example)}`
  return [{ kind, recommendations, customers, example, message }]
}

function sampledWarning<C extends Id>(
  negatives: number,
  { customers: { ids } }: EvaluationCases<C>,
): EvaluationWarning<C> {
  const message = `relevant products were ranked among ${negatives} sampled others: figures are too good`
  return { kind: 'sampledNegatives', recommendations: 0, customers: ids.length, example: ids[0]!, message }
}
