import {
  compensatedSum,
  rangeError,
  run,
  runAsync,
  typeError,
  type AsyncOptions,
  type Id,
  type Steps,
} from '@clientele/core'
import { evaluationSteps } from './evaluate.js'
import type {
  DefaultMetric,
  EvaluateOptions,
  EvaluatedModel,
  Evaluation,
  EvaluationSplit,
  ListMetric,
} from './evaluation.js'
import { checkSplits } from '../search/search-options.js'
import { studentQuantile } from '../comparison/tails.js'

/** A metric over several splits. */
export interface SplitsEstimate {
  /** Mean over the splits. */
  readonly mean: number
  /** Standard deviation over the splits. */
  readonly deviation: number
  /** Lower end of the interval: where the mean of other splits of such orders would lie. */
  readonly low: number
  /** Upper end of the interval. */
  readonly high: number
}

/** How well a kind of model does over several splits. Plain data: survives `structuredClone`. */
export interface CrossValidation<C extends Id = Id, M extends string = DefaultMetric | 'coverage'> {
  /** Each metric over the splits. */
  readonly metrics: Readonly<Record<M, SplitsEstimate>>
  /** The evaluation of each split, in their order. */
  readonly evaluations: readonly Evaluation<C, M>[]
}

/**
 * Fits a model on the train side of every split, evaluates it on the test side, and says how the metrics vary.
 *
 * Train sides overlap, so that figures of splits are alike beyond chance and their plain standard error is too small. The
 * interval is Student's with the variance that Nadeau and Bengio correct for it: s² (1 / splits + test / train), by lines.
 * Costs one fit and one evaluation a split.
 * @param fit makes a model of a train side
 * @param splits at least two, from `kFold`, `rollingSplits` or any others
 * @param options those of `evaluate`; `confidence` is that of all intervals
 * @throws RangeError when there are fewer than two splits, and as `evaluate`; TypeError when `fit` is not a function
 * @see Nadeau and Bengio (2003), "Inference for the Generalization Error", Machine Learning 52
 * @example
 * crossValidate((train) => fitItemKnn(interactionsOf(train)), kFold(orders, { folds: 5 })).metrics.ndcg // { mean, … }
 */
export function crossValidate<C extends Id, X extends EvaluationSplit<C>, M extends ListMetric = DefaultMetric>(
  fit: (train: X['train']) => EvaluatedModel<C>,
  splits: readonly X[],
  options: EvaluateOptions<M> = {},
): CrossValidation<C, M | 'coverage'> {
  return run(crossValidationSteps(fit, splits, options))
}

/** {@link crossValidate} that lets other work of the thread happen in between, reports progress and honours `signal`. */
export async function crossValidateAsync<
  C extends Id,
  X extends EvaluationSplit<C>,
  M extends ListMetric = DefaultMetric,
>(
  fit: (train: X['train']) => EvaluatedModel<C>,
  splits: readonly X[],
  options: EvaluateOptions<M> & AsyncOptions = {},
): Promise<CrossValidation<C, M | 'coverage'>> {
  return runAsync(crossValidationSteps(fit, splits, options), options)
}

function* crossValidationSteps<C extends Id, X extends EvaluationSplit<C>, M extends ListMetric>(
  fit: (train: X['train']) => EvaluatedModel<C>,
  splits: readonly X[],
  options: EvaluateOptions<M>,
): Steps<CrossValidation<C, M | 'coverage'>> {
  if (typeof fit !== 'function') throw typeError('crossValidate', 'fit', 'be a function', fit)
  checkSplits('crossValidate', splits)
  if (splits.length < 2) throw rangeError('crossValidate', 'splits.length', 'be at least 2', splits.length)
  const evaluations: Evaluation<C, M | 'coverage'>[] = []
  for (const split of splits) {
    yield { stage: 'split', done: evaluations.length, total: splits.length }
    evaluations.push(yield* evaluationSteps(fit(split.train), split, options))
  }
  const shares = splits.map(({ train, test }) => test.size / train.size)
  const inflation = 1 / splits.length + compensatedSum(shares) / splits.length
  const t = studentQuantile((1 - evaluations[0]!.protocol.confidence) / 2, splits.length - 1)
  const names = Object.keys(evaluations[0]!.metrics) as (M | 'coverage')[]
  const estimates = names.map((name) => {
    const means = evaluations.map(({ metrics }) => metrics[name].mean)
    return [name, splitsEstimate(means, t * Math.sqrt(inflation))] as const
  })
  return { metrics: Object.fromEntries(estimates) as Record<M | 'coverage', SplitsEstimate>, evaluations }
}

/** @param reach how many standard deviations the interval reaches to either side */
function splitsEstimate(values: readonly number[], reach: number): SplitsEstimate {
  const mean = compensatedSum(values) / values.length
  const squares = compensatedSum(values.map((value) => (value - mean) ** 2))
  const deviation = Math.sqrt(squares / (values.length - 1))
  return { mean, deviation, low: mean - reach * deviation, high: mean + reach * deviation }
}
