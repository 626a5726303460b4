import { rangeError, type Id, type Row } from '@clientele/core'
import type { Estimate } from '../bootstrap-means.js'
import type { Evaluation, ListMetric } from './evaluation.js'

/** An evaluation, whichever metrics it has. */
export type AnyEvaluation = Evaluation<Id, never>

/** What the rows show. */
export interface EvaluationRowsOptions {
  /** Columns, in this order; default precision, recall, ndcg, hitRate, coverage. */
  readonly metrics?: readonly (ListMetric | 'coverage')[]
}

/**
 * Evaluations side by side, one row per model, for people: each metric as "mean (low–high)", named with its cut-off.
 * The numbers themselves are in {@link Evaluation}.
 *
 * @param evaluations name and evaluation of each model
 * @throws RangeError when an evaluation lacks a metric
 * @example
 * console.table(evaluationRows([['popularity', first], ['item-knn', second]]))
 * // { model: 'popularity', customers: 1345, 'precision@10': '0.0303 (0.0267–0.0338)', … }, …
 */
export function evaluationRows(
  evaluations: Iterable<readonly [name: string, evaluation: AnyEvaluation]>,
  { metrics = ['precision', 'recall', 'ndcg', 'hitRate', 'coverage'] }: EvaluationRowsOptions = {},
): Row[] {
  return Array.from(evaluations, ([model, { customers, metrics: estimates, protocol }]) => {
    const cells = metrics.map((metric) => {
      const estimate = (estimates as Readonly<Partial<Record<string, Estimate>>>)[metric]
      if (estimate === undefined) throw rangeError('evaluationRows', 'metrics', 'be those of every evaluation', metric)
      const { mean, low, high } = estimate
      return [`${metric}@${protocol.k}`, `${mean.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`] as const
    })
    return { model, customers, ...Object.fromEntries(cells) }
  })
}
