import type { Row } from '@clientele/core'
import type { Evaluation, EvaluationMetric } from './evaluation.js'

/** What the rows show. */
export interface EvaluationRowsOptions {
  /** Columns, in this order; default precision, recall, ndcg, hitRate, coverage. */
  readonly metrics?: readonly EvaluationMetric[]
}

/**
 * Evaluations side by side, one row per model, for people: each metric as "mean (low–high)", named with its cut-off.
 * The numbers themselves are in {@link Evaluation}.
 *
 * @param evaluations name and evaluation of each model
 * @example
 * console.table(evaluationRows([['popularity', first], ['item-knn', second]]))
 * // { model: 'popularity', customers: 1345, 'precision@10': '0.0303 (0.0267–0.0338)', … }, …
 */
export function evaluationRows(
  evaluations: Iterable<readonly [name: string, evaluation: Evaluation]>,
  { metrics = ['precision', 'recall', 'ndcg', 'hitRate', 'coverage'] }: EvaluationRowsOptions = {},
): Row[] {
  return Array.from(evaluations, ([model, { customers, metrics: estimates, protocol }]) => {
    const cells = metrics.map((metric) => {
      const { mean, low, high } = estimates[metric]
      return [`${metric}@${protocol.k}`, `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`] as const
    })
    return { model, customers, ...Object.fromEntries(cells) }
  })
}
