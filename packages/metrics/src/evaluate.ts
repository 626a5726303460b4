import { run, runAsync, type AsyncOptions, type Id, type Steps } from '@clientele/core'
import { bootstrapSteps, type Estimate } from './bootstrap-means.js'
import { catalogCoverage } from './catalog-coverage.js'
import { coverageEstimate, soleProducts } from './coverage-interval.js'
import { evaluationCases } from './evaluation-cases.js'
import { evaluationCounts } from './evaluation-counts.js'
import { checkOrderInTime, evaluationProtocol } from './evaluation-protocol.js'
import { evaluationWarnings } from './evaluation-warnings.js'
import type { EvaluateOptions, Evaluation, EvaluationMetric, EvaluationSplit, RecommendingModel } from './evaluation.js'
import { RANKING_METRICS, rankingValues } from './ranking-values.js'
import { EMPTY, recommendedLists } from './recommended-lists.js'

/**
 * How well a model that learned from the train period foresees what customers buy in the test period: ranking metrics
 * at k and catalogue coverage, each with a bootstrap interval.
 *
 * Fit the model on `split.train` alone. It is asked once for every customer of the population who has a relevant
 * product; relevant are the distinct products of the test period that the customer had not bought before (see
 * `repurchases`). Those new to the shop count too, although a model that learns from orders cannot know them: recall
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
export function evaluate<C extends Id>(
  model: RecommendingModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions = {},
): Evaluation<C> {
  return run(evaluationSteps(model, split, options))
}

/** {@link evaluate} that lets other work of the thread happen in between, reports progress and honours `signal`. */
export function evaluateAsync<C extends Id>(
  model: RecommendingModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions & AsyncOptions = {},
): Promise<Evaluation<C>> {
  return runAsync(evaluationSteps(model, split, options), options)
}

function* evaluationSteps<C extends Id>(
  model: RecommendingModel<C>,
  split: EvaluationSplit<C>,
  options: EvaluateOptions,
): Steps<Evaluation<C>> {
  const protocol = evaluationProtocol(split, options)
  checkOrderInTime(split)
  const cases = evaluationCases(split.train, split.test, protocol)
  const { customers, products, trainProducts } = cases
  const lists = yield* recommendedLists(model, customers, products, protocol)
  const values = rankingValues(lists, cases.relevant, { k: protocol.k, products: products.ids.length })
  const known = lists.map((product) => (product < trainProducts ? product : EMPTY))
  const sole = soleProducts(known, protocol.k, trainProducts)
  const estimates = yield* bootstrapSteps('evaluate', [...values, sole], protocol)
  const coverage = coverageEstimate(catalogCoverage(known, trainProducts), estimates.at(-1)!, {
    customers: customers.ids.length,
    products: trainProducts,
  })
  return {
    protocol,
    ...evaluationCounts(lists, cases, protocol),
    metrics: named(estimates, coverage),
    perCustomer: {
      entity: 'customer',
      index: customers,
      columns: RANKING_METRICS.map(({ name }, m) => ({ name, values: values[m]! })),
    },
    warnings: evaluationWarnings(lists, cases, protocol),
  }
}

function named(estimates: readonly Estimate[], coverage: Estimate): Record<EvaluationMetric, Estimate> {
  const ranking = RANKING_METRICS.map(({ name }, m) => [name, estimates[m]!] as const)
  return Object.fromEntries([...ranking, ['coverage', coverage]]) as Record<EvaluationMetric, Estimate>
}
