import { checkInteger, checkLength, checkNumber, rangeError, run, typeError, type Id } from '@clientele/core'
import { bootstrapOptions, bootstrapSteps, type BootstrapOptions, type Estimate } from '../bootstrap-means.js'
import { judgeLists, meanOf, type JudgedColumn } from './judge-lists.js'
import { checkRows, positionRows } from '../evaluation/position-rows.js'
import { rankingDefinitions } from './ranking-definitions.js'
import type { Flavor, RankingMetric } from './ranking-metric.js'

/** Which metrics of lists are computed, and whose definitions they follow. */
export interface RankingOptions {
  /** The cut-off, at least 1; default 10. */
  readonly k?: number
  /** Metrics by name; default those of precision, recall, hitRate, mrr, map, ndcg that the flavour has. */
  readonly metrics?: readonly RankingMetric[]
  /** Whose definitions; default `'standard'`. */
  readonly flavor?: Flavor
  /** Gain of each relevant product, in the order of `relevant`, at least 0; default 1 each. Grades for graded nDCG. */
  readonly gains?: readonly ArrayLike<number>[]
  /** Money of each relevant product, in the order of `relevant`, for `revenue`; it is required there. */
  readonly amounts?: readonly ArrayLike<number>[]
  /** How many products could have been listed; required for `auc` and `averageRank`. */
  readonly items?: number
}

/** Metrics of every user. */
export interface UserMetrics {
  /** Users with something relevant, by their place in `lists`: one per value of a column. */
  readonly users: Int32Array
  /** Users left out because nothing is relevant to them. */
  readonly skipped: number
  /** The metric of each user; `weights` where users do not weigh alike in the mean of the flavour. */
  readonly columns: readonly JudgedColumn[]
}

/** Metrics over all users with their intervals. */
export interface RankingMetrics extends UserMetrics {
  /** The mean of each metric over users, as the flavour takes it, with its bootstrap interval. */
  readonly metrics: Readonly<Partial<Record<RankingMetric, Estimate>>>
}

/**
 * Ranking metrics of many lists at once, with bootstrap intervals over users: any set of metrics in one pass, by the
 * definitions of a library of choice.
 *
 * Users without a relevant product are left out and counted. O(places + relevant products) a metric, and
 * O(users × resamples) for the intervals; {@link userMetrics} leaves the intervals out.
 * @param lists one list of products per user, best first: ids, or dense integers in typed arrays, which are fastest
 * @param relevant one collection of distinct relevant products per user, in the order of `lists`
 * @throws RangeError when lists and relevant differ in length, a product is listed twice, a gain is negative, nobody has
 *   a relevant product, or an option is out of range or not of the flavour; TypeError when a list is not a list
 * @example
 * rankingMetrics([['a', 'b']], [['b']], { k: 2 }).metrics.precision // { mean: 0.5, low: 0.5, high: 0.5 }
 * rankingMetrics([['a', 'b']], [['b']], { k: 2, flavor: 'implicit' }).metrics.precision // { mean: 1, low: 1, high: 1 }
 */
export function rankingMetrics(
  lists: readonly ArrayLike<Id>[],
  relevant: readonly ArrayLike<Id>[],
  options: RankingOptions & BootstrapOptions = {},
): RankingMetrics {
  const { seed, resamples, confidence } = options
  const draws = bootstrapOptions('rankingMetrics', {
    ...(seed !== undefined && { seed }),
    ...(resamples !== undefined && { resamples }),
    ...(confidence !== undefined && { confidence }),
  })
  const judged = judgeAll('rankingMetrics', lists, relevant, options)
  if (judged.users.length === 0) throw rangeError('rankingMetrics', 'relevant', 'hold a product for somebody', 0)
  const { columns } = judged
  const steps = bootstrapSteps(
    'rankingMetrics',
    columns.map(({ values }) => values),
    draws,
    columns.map(({ weights }) => weights),
  )
  const estimates = run(steps)
  const metrics = Object.fromEntries(columns.map(({ name }, c) => [name, estimates[c]!]))
  return { ...judged, metrics }
}

/**
 * {@link rankingMetrics} without intervals: the metrics of each user, and the mean of a column by
 * {@link userMetricMeans}.
 * @throws RangeError or TypeError as {@link rankingMetrics}; nobody with a relevant product is no error here
 * @example userMetrics([['a', 'b']], [['b']], { k: 2 }).columns[0] // { name: 'precision', values: [0.5] }
 */
export function userMetrics(
  lists: readonly ArrayLike<Id>[],
  relevant: readonly ArrayLike<Id>[],
  options: RankingOptions = {},
): UserMetrics {
  return judgeAll('userMetrics', lists, relevant, options)
}

/**
 * The mean of each metric over users, each user weighed as the flavour does; 0 when nobody was judged. O(users × metrics).
 * @example userMetricMeans(userMetrics([['a', 'b']], [['b']], { k: 2 })).recall // 1
 */
export function userMetricMeans({ columns }: UserMetrics): Partial<Record<RankingMetric, number>> {
  return Object.fromEntries(columns.map((column) => [column.name, meanOf(column)]))
}

function judgeAll(
  fn: string,
  lists: readonly ArrayLike<Id>[],
  relevant: readonly ArrayLike<Id>[],
  options: RankingOptions,
): UserMetrics {
  const { k = 10, flavor = 'standard', metrics, gains, amounts, items } = options
  checkInteger(fn, 'k', k, { min: 1 })
  const definitions = rankingDefinitions(fn, flavor, metrics)
  if (items === undefined) {
    const name = definitions.find(({ needsItems }) => needsItems)?.name
    if (name !== undefined) throw typeError(fn, 'items', `be given for ${name}`, items)
  } else checkInteger(fn, 'items', items, { min: 1 })
  if (amounts === undefined && definitions.some(({ name }) => name === 'revenue')) {
    throw typeError(fn, 'amounts', 'be given for revenue', amounts)
  }
  checkPerUser(fn, 'lists', lists)
  checkPerUser(fn, 'relevant', relevant)
  checkLength(fn, 'relevant', relevant, lists.length, 'list')
  const { users, ...ranked } = positionRows(fn, lists, relevant)
  checkNumbers(fn, 'gains', gains, relevant, { min: 0 })
  checkNumbers(fn, 'amounts', amounts, relevant, {})
  const of = <T>(all: readonly T[]) => Array.from(users, (user) => all[user]!)
  const columns = judgeLists(
    {
      ...ranked,
      ...(gains && { gains: of(gains) }),
      ...(amounts && { amounts: of(amounts) }),
      ...(items !== undefined && { items: new Float64Array(users.length).fill(items) }),
    },
    definitions,
    k,
  )
  return { users, skipped: lists.length - users.length, columns }
}

function checkNumbers(
  fn: string,
  name: string,
  values: readonly ArrayLike<number>[] | undefined,
  relevant: readonly ArrayLike<Id>[],
  bounds: { readonly min?: number },
): void {
  if (values === undefined) return
  checkPerUser(fn, name, values)
  checkLength(fn, name, values, relevant.length, 'list')
  checkRows(fn, name, values)
  values.forEach((row, user) => {
    checkLength(fn, `${name}[${user}]`, row, relevant[user]!.length, 'relevant product')
    for (let i = 0; i < row.length; i++) checkNumber(fn, `${name}[${user}][${i}]`, row[i], bounds)
  })
}

function checkPerUser(fn: string, name: string, rows: unknown): void {
  if (!Array.isArray(rows)) throw typeError(fn, name, 'be an array, one element per user', rows)
}
