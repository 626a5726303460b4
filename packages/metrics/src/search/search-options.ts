import { checkInteger, checkOneOf, describeValue, rangeError, typeError, type AsyncOptions } from '@clientele/core'
import { checkSides } from '../evaluation/evaluation-protocol.js'
import type { EvaluatedModel, EvaluateOptions, EvaluationSplit, ListMetric } from '../evaluation/evaluation.js'
import { checkDistance } from '../beyond/beyond-columns.js'
import { checkMetrics } from '../evaluation/judge-model.js'
import { DEFAULT_METRICS } from '../evaluation/list-values.js'
import { isLowerBetter } from '../ranking/lower-is-better.js'
import type { SearchLog } from './search-log.js'

/** Whatever can be asked for lists or scores. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a model says itself which customers it takes
export type AnyModel = EvaluatedModel<any>

/** Makes a model of settings and what it may learn from. */
export type Fit<S, X extends EvaluationSplit = EvaluationSplit, M = AnyModel> = (
  settings: S,
) => (train: X['train']) => M

/** Judges a model by a split: a number for each metric. */
export type Judge<X extends EvaluationSplit = EvaluationSplit, M = AnyModel> = (
  model: M,
  split: X,
) => Readonly<Record<string, number>>

/** How settings are judged, and which win. Options of `evaluate` hold for every trial. */
export interface SearchOptions extends Omit<
  EvaluateOptions<ListMetric>,
  'resamples' | 'confidence' | 'onError' | 'distance'
> {
  /** The metric that decides: one of those of `evaluate`, or of the judge; default `'ndcg'`. */
  readonly metric?: string
  /** Whether the highest or the lowest mean of it wins; default highest, lowest for ranks, errors and popularity. */
  readonly goal?: 'highest' | 'lowest'
  /** `'throw'` (default): settings for which fit or judge throws end the search. `'collect'`: they lose, with the reason. */
  readonly onError?: 'throw' | 'collect'
  /** Ends the search when so many settings in a row, in their order, did not beat the best before them; default never. */
  readonly patience?: number
}

/** A judge of one's own. */
export interface JudgeOption<X extends EvaluationSplit = EvaluationSplit, M = AnyModel> {
  /** Judges a model by a split instead of `evaluate`: a number for each metric, as in `{ rmse: 0.9 }`. */
  readonly judge?: Judge<X, M>
}

/** What the asynchronous form of a search takes besides. */
export interface SearchAsyncOptions extends AsyncOptions {
  /** With a module: how many workers, from 1 to 256; default: the number of cores, at most 8. Each keeps a copy of the splits. */
  readonly workers?: number
  /** Where each fit's figures are noted as soon as it is done, and looked up before it is made again. */
  readonly log?: SearchLog
}

/** Options with their defaults: plain data, as workers get them. */
export interface SearchProtocol {
  readonly metric: string
  readonly goal: 'highest' | 'lowest'
  readonly onError: 'throw' | 'collect'
  readonly patience: number
  /** What `evaluate` is told. */
  readonly evaluate: EvaluateOptions<ListMetric>
  readonly metrics: readonly ListMetric[]
}

/** Options with their defaults, checked. */
export function searchProtocol(fn: string, options: SearchOptions, hasJudge: boolean): SearchProtocol {
  const { metric = 'ndcg', onError = 'throw', patience = Infinity, ...rest } = options
  if (typeof metric !== 'string') throw typeError(fn, 'metric', 'be the name of a metric', metric)
  const { goal = isLowerBetter(metric) ? 'lowest' : 'highest' } = options
  checkOneOf(fn, 'goal', goal, ['highest', 'lowest'])
  checkOneOf(fn, 'onError', onError, ['throw', 'collect'])
  if (patience !== Infinity) checkInteger(fn, 'patience', patience, { min: 1 })
  const asked = options.metrics ?? DEFAULT_METRICS
  const known = (asked as readonly string[]).includes(metric) || metric === 'coverage'
  const metrics = known ? asked : [...asked, metric as ListMetric]
  if (!hasJudge) {
    checkMetrics(fn, options.flavor ?? 'standard', metrics)
    checkDistance(fn, metrics, undefined)
  }
  return { metric, goal, onError, patience, evaluate: evaluateOptions(rest), metrics }
}

/** Those of the options that `evaluate` knows: no function among them, so that they can be sent to workers. */
function evaluateOptions(options: SearchOptions): EvaluateOptions<ListMetric> {
  const { k, flavor, gains, repurchases, population, candidates, negatives, knownUntil, foldInValue, seed } = options
  const given = { k, flavor, gains, repurchases, population, candidates, negatives, knownUntil, foldInValue, seed }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Throws unless there is a split to search on. */
export function checkSplits(fn: string, splits: readonly EvaluationSplit[]): void {
  if (!Array.isArray(splits)) throw typeError(fn, 'splits', 'be an array of splits', splits)
  if (splits.length === 0) throw rangeError(fn, 'splits.length', 'be at least 1', 0)
  splits.forEach((split: EvaluationSplit, i) => checkSides(fn, `splits[${i}]`, split))
}

/** The mean of the deciding metric must be there: a judge may have another name for it. */
export function checkHasMetric(fn: string, metrics: Readonly<Record<string, number>>, metric: string): void {
  if (Object.hasOwn(metrics, metric)) return
  const names = Object.keys(metrics).map(describeValue).join(', ')
  throw rangeError(fn, 'metric', `be one that the judge gives (${names})`, metric)
}
