import { run, runAsync, type AsyncOptions, type Id, type Steps } from '@clientele/core'
import { bootstrapSteps } from '../bootstrap-means.js'
import { catalogCoverage } from '../beyond/catalog-coverage.js'
import { coverageEstimate, soleProducts } from '../beyond/coverage-interval.js'
import { evaluationCounts } from './evaluation-counts.js'
import { evaluationFingerprint } from './evaluation-fingerprint.js'
import { evaluationProtocol } from './evaluation-protocol.js'
import { evaluationWarnings } from './evaluation-warnings.js'
import type {
  DefaultMetric,
  EvaluateOptions,
  EvaluatedModel,
  Evaluation,
  EvaluationSplit,
  ListMetric,
} from './evaluation.js'
import { judgeModel } from './judge-model.js'
import { DEFAULT_METRICS } from './list-values.js'
import { splitWarnings } from '../splits/split-warnings.js'

/**
 * How well a model that learned from the train period foresees what customers buy in the test period: ranking metrics
 * at k and catalogue coverage, each with a bootstrap interval. Any set of metrics is computed in one pass.
 *
 * Fit the model on `split.train` alone. It is asked once for every customer of the population who has a relevant product, or for all
 * of them together where it can do that (`BULK_LISTS` of core); by `recommendFor` where customers were held out (`holdOutCustomers`)
 * and the split has a fold-in part of theirs. Relevant are the distinct products of the test period that the customer had not bought
 * before (see `repurchases`). Those new to the shop count too, although a model that learns from orders cannot know them: recall
 * has a ceiling below 1 that is the same for all models. Coverage is the share of the products of the train period.
 * The intervals say how far the figures would move with other customers of the same kind; they do not cover what
 * another month would bring.
 *
 * Costs the model's own time plus O(customers × (k + resamples)); memory O(customers × (k + metrics)).
 * @throws RangeError when train reaches into the test period, nobody can be judged, an option is out of range, or the
 *   model throws or answers badly for a customer, who is named; TypeError when the orders have no products
 * @see Herlocker, Konstan, Terveen, Riedl (2004), "Evaluating Collaborative Filtering Recommender Systems", ACM TOIS 22
 * @example
 * const split = splitByTime(orders, { testDays: 30 })
 * const model = fitItemKnn(interactionsOf(split.train))
 * evaluate(model, split, { k: 10 }).metrics.precision // { mean, low, high }: the share of ten places that were bought
 */
export function evaluate<C extends Id, M extends ListMetric = DefaultMetric>(
  model: EvaluatedModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions<M> = {},
): Evaluation<C, M | 'coverage'> {
  return run(evaluationSteps(model, split, options))
}

/** {@link evaluate} that lets other work of the thread happen in between, reports progress and honours `signal`. */
export function evaluateAsync<C extends Id, M extends ListMetric = DefaultMetric>(
  model: EvaluatedModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions<M> & AsyncOptions = {},
): Promise<Evaluation<C, M | 'coverage'>> {
  return runAsync(evaluationSteps(model, split, options), options)
}

/** {@link evaluate} as steps. */
export function* evaluationSteps<C extends Id, M extends ListMetric>(
  model: EvaluatedModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions<M>,
): Steps<Evaluation<C, M | 'coverage'>> {
  const protocol = evaluationProtocol(split, options)
  const metrics: readonly ListMetric[] = options.metrics ?? DEFAULT_METRICS
  const { cases, lists, known, columns, failures } = yield* judgeModel(model, split, protocol, {
    metrics,
    distance: options.distance,
  })
  const { customers, products, trainProducts } = cases
  const sole = soleProducts(known, protocol.k, trainProducts)
  const weights = columns.map((column) => column.weights)
  const estimates = yield* bootstrapSteps('evaluate', [...columns.map(({ values }) => values), sole], protocol, weights)
  const coverage = coverageEstimate(catalogCoverage(known, trainProducts), estimates.at(-1)!, {
    customers: customers.ids.length,
    products: trainProducts,
  })
  const named = [...columns.map(({ name }, c) => [name, estimates[c]!] as const), ['coverage', coverage] as const]
  return {
    protocol,
    fingerprint: evaluationFingerprint(split, protocol),
    ...evaluationCounts(lists, cases, protocol),
    metrics: Object.fromEntries(named) as Evaluation<C, M | 'coverage'>['metrics'],
    perCustomer: {
      entity: 'customer',
      index: customers,
      columns: columns.map(({ name, values }) => ({ name, values })),
    },
    lists: { products, positions: lists },
    failures,
    warnings: [...splitWarnings(split), ...evaluationWarnings(lists, cases, protocol)],
  }
}
