import type { Id, Steps } from '@clientele/core'
import { asker } from './ask-model.js'
import { checkDistance, isBeyondMetric } from '../beyond/beyond-columns.js'
import { bulkAnswers } from './bulk-answers.js'
import { candidatesOf } from './candidates.js'
import { evaluationCases, withoutCases, type EvaluationCases } from './evaluation-cases.js'
import { checkOrderInTime } from './evaluation-protocol.js'
import type {
  EvaluateOptions,
  EvaluatedModel,
  Evaluation,
  EvaluationFailure,
  EvaluationProtocol,
  EvaluationSplit,
  ListMetric,
} from './evaluation.js'
import { foldInHistories } from './fold-in-histories.js'
import { listColumns, type ListValuesColumn } from './list-values.js'
import { rankingDefinitions } from '../ranking/ranking-definitions.js'
import type { RankingMetric } from '../ranking/ranking-metric.js'
import { EMPTY, recommendedLists } from './recommended-lists.js'

/** What a model answered, and every metric of it, customer by customer. */
export interface JudgedModel<C extends Id = Id> {
  /** The customers for whom the model answered. */
  readonly cases: EvaluationCases<C>
  /** Their lists: customers × k positions in the products of the cases. */
  readonly lists: Int32Array
  /** The same with the products of the train period alone: what coverage counts. */
  readonly known: Int32Array
  readonly columns: readonly ListValuesColumn[]
  readonly failures: readonly EvaluationFailure<C>[]
}

/** What is computed of a model's lists. */
export interface JudgeOptions<C extends Id> {
  readonly metrics: readonly ListMetric[]
  readonly distance?: EvaluateOptions['distance']
  /** The cases of the split, where a caller judges many models by it. */
  readonly cases?: EvaluationCases<C>
}

/** Asks a model for the lists of all customers of a split and judges them, without intervals. */
export function* judgeModel<C extends Id>(
  model: EvaluatedModel<C>,
  split: EvaluationSplit<C>,
  protocol: EvaluationProtocol,
  { metrics, distance, cases: given }: JudgeOptions<C>,
): Steps<JudgedModel<C>> {
  checkMetrics('evaluate', protocol.flavor, metrics)
  checkDistance('evaluate', metrics, distance)
  const all = given ?? splitCases(split, protocol)
  const ask = asker(model, {
    customers: all.customers,
    candidates: candidatesOf(all, protocol),
    histories: split.foldIn && foldInHistories(split.foldIn, all.customers, protocol.foldInValue),
  })
  const bulk = split.foldIn === undefined ? yield* bulkAnswers(model, all, protocol) : undefined
  const { lists, failed, failures } =
    bulk === undefined
      ? yield* recommendedLists(ask, all, protocol)
      : { lists: bulk, failed: new Set<number>(), failures: [] }
  const cases = withoutCases(all, failed)
  const columns = listColumns(split, cases, lists, {
    protocol,
    candidates: candidatesOf(cases, protocol),
    metrics,
    distance,
  })
  const known = lists.slice()
  for (let place = 0; place < known.length; place++) if (known[place]! >= cases.trainProducts) known[place] = EMPTY
  return { cases, lists, known, columns, failures }
}

/**
 * The cases of a split whose sides are in order.
 * @throws RangeError when train reaches into the test period or nobody can be judged; TypeError when there are no products
 */
export function splitCases<C extends Id>(split: EvaluationSplit<C>, protocol: EvaluationProtocol): EvaluationCases<C> {
  checkOrderInTime(split)
  return evaluationCases(split.train, split.test, protocol, split.foldIn)
}

/** Unknown metrics are refused before the model is asked for anything. */
export function checkMetrics(
  fn: string,
  flavor: Evaluation['protocol']['flavor'],
  metrics: readonly ListMetric[],
): void {
  rankingDefinitions(
    fn,
    flavor,
    metrics.filter((name): name is RankingMetric => !isBeyondMetric(name)),
  )
}
