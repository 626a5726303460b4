import { type Row } from '@clientele/core'
import type { Evaluation, EvaluationMetric } from './evaluation.js'

/**
 * Evaluations side by side, one row per model, for people: each metric as "mean (low–high)", the metrics' names with their
 * cut-off. The numbers themselves are in {@link Evaluation}.
 *
 * @param evaluations name and evaluation of each model
 * @param options.metrics columns, in this order; default precision, recall, ndcg, hitRate, coverage
 * @example
 * console.table(evaluationRows([['popularity', first], ['item-knn', second]]))
 * // model 'item-knn', customers 812, 'precision@10' '0.0610 (0.0559–0.0663)', …
 */
export function evaluationRows(
  evaluations: Iterable<readonly [name: string, evaluation: Evaluation]>,
  {
    metrics = ['precision', 'recall', 'ndcg', 'hitRate', 'coverage'],
  }: { readonly metrics?: readonly EvaluationMetric[] } = {},
): Row[] {
  return Array.from(evaluations, ([model, { customers, metrics: estimates, protocol }]) => {
    const cells = metrics.map((metric) => {
      const { mean, low, high } = estimates[metric]
      return [`${metric}@${protocol.k}`, `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`] as const
    })
    return { model, customers, ...Object.fromEntries(cells) }
  })
}
