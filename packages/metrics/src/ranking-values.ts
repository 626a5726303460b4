import { averagePrecision } from './average-precision.js'
import type { CutOffAndRelevant } from './count-hits.js'
import type { EvaluationMetric } from './evaluation.js'
import { f1 } from './f1.js'
import { hit } from './hit.js'
import { memberships } from './memberships.js'
import { ndcg } from './ndcg.js'
import { precision } from './precision.js'
import { recall } from './recall.js'
import { reciprocalRank } from './reciprocal-rank.js'

/** A metric of one list, by the name of its mean. */
export const RANKING_METRICS: readonly {
  readonly name: Exclude<EvaluationMetric, 'coverage'>
  readonly of: (hits: Uint8Array, options: CutOffAndRelevant) => number
}[] = [
  { name: 'precision', of: precision },
  { name: 'recall', of: recall },
  { name: 'f1', of: f1 },
  { name: 'hitRate', of: hit },
  { name: 'mrr', of: reciprocalRank },
  { name: 'map', of: averagePrecision },
  { name: 'ndcg', of: ndcg },
]

/**
 * Every metric of every list: one column per metric, one number per customer. O(metrics × places + relevant products).
 * @param lists `customers × k` positions of products
 * @param relevant customer → positions of relevant products, all below `products`
 */
export function rankingValues(
  lists: Int32Array,
  relevant: readonly Int32Array[],
  { k, products }: { readonly k: number; readonly products: number },
): Float64Array[] {
  const columns = RANKING_METRICS.map(() => new Float64Array(relevant.length))
  const next = memberships(products)
  const hits = new Uint8Array(k)
  relevant.forEach((wanted, row) => {
    const isRelevant = next(wanted)
    for (let place = 0; place < k; place++) hits[place] = isRelevant(lists[row * k + place]!) ? 1 : 0
    const options = { k, relevant: wanted.length }
    RANKING_METRICS.forEach((metric, m) => (columns[m]![row] = metric.of(hits, options)))
  })
  return columns
}
