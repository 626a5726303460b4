import { checkNumber, checkOneOf, compensatedSum, rangeError, type Row } from '@clientele/core'
import { benjaminiHochberg, holm } from './adjusted-p-values.js'
import type { AnyEvaluation } from '../evaluation/evaluation-rows.js'
import { isLowerBetter } from '../ranking/lower-is-better.js'
import { moments, pairedTTest, permutationTest, wilcoxonSignedRank } from './paired-tests.js'
import { studentQuantile } from './tails.js'

/** How evaluations are compared. */
export interface CompareOptions {
  /** Metrics by name; default all that every evaluation has per customer. */
  readonly metrics?: readonly string[]
  /** Which test of paired numbers; default `'t'`. */
  readonly test?: 't' | 'wilcoxon' | 'permutation'
  /** Which correction for the number of comparisons; default `'holm'`. */
  readonly correction?: 'holm' | 'benjaminiHochberg'
  /** A difference is significant when its corrected p-value is below it, in (0, 1); default 0.05. */
  readonly level?: number
  /** Any string or finite number, for the permutation test; default 0. */
  readonly seed?: string | number
  /** Compares evaluations of different splits or protocols all the same, over the customers they share; default false. */
  readonly force?: boolean
}

/** One metric of two models. */
export interface ComparedPair {
  /** The metric's name. */
  readonly metric: string
  /** Both models, in the order given. */
  readonly models: readonly [string, string]
  /** Mean of the first less that of the second, over the customers both were judged by. */
  readonly difference: number
  /** Interval of the difference at 1 - `level`, by Student's t. */
  readonly low: number
  /** Upper end of that interval. */
  readonly high: number
  /** The difference in standard deviations of the customers' differences (Cohen's d of paired numbers). */
  readonly effect: number
  /** Interval of the effect at 1 - `level`, by its large-sample standard error. */
  readonly effectLow: number
  /** Upper end of that interval. */
  readonly effectHigh: number
  /** Two-sided p-value of the test. */
  readonly pValue: number
  /** Corrected for all pairs and metrics compared. */
  readonly adjusted: number
  /** Whether `adjusted` is below the level. */
  readonly significant: boolean
}

/** Which models are better, as far as the customers can tell. */
export interface Comparison {
  /** Customers that every evaluation judged. */
  readonly customers: number
  /** Whether the evaluations come from one split and protocol. */
  readonly sameProtocol: boolean
  /** Every pair of models by every metric. */
  readonly pairs: readonly ComparedPair[]
  /** Per metric the means of all models, and the one that is significantly better than every other, if there is one. */
  readonly table: readonly ComparedMetric[]
}

/** One metric of all models. */
export interface ComparedMetric {
  /** The metric's name. */
  readonly metric: string
  /** Mean of each model over the shared customers, in the order given. */
  readonly means: readonly number[]
  /** The model that is significantly better than every other; `undefined` when none is. */
  readonly winner: string | undefined
}

/**
 * Whether models differ by more than chance: paired tests over the same customers, corrected for their number, with
 * effect sizes and intervals, and per metric the significant winner, or none.
 *
 * What is compared are the customers' own figures; a metric whose flavour weighs customers unequally is compared without
 * those weights. O(pairs × metrics × customers) for t and Wilcoxon, 10,000 times that for permutations.
 * @param evaluations name and evaluation of each model, at least two
 * @throws RangeError when fingerprints differ and `force` is not set, a name comes twice, a metric is missing, fewer than
 *   two customers are shared, or an option is out of range
 * @see Demšar (2006), "Statistical Comparisons of Classifiers over Multiple Data Sets", JMLR 7
 * @example
 * compare([['popularity', first], ['item-knn', second]]).table[0] // { metric: 'precision', means, winner: 'item-knn' }
 */
export function compare(
  evaluations: Iterable<readonly [name: string, evaluation: AnyEvaluation]>,
  options: CompareOptions = {},
): Comparison {
  const models = Array.from(evaluations, ([name, evaluation]) => ({ name, evaluation }))
  const { test = 't', correction = 'holm', level = 0.05, seed = 0, force = false } = options
  checkOneOf('compare', 'test', test, ['t', 'wilcoxon', 'permutation'])
  checkOneOf('compare', 'correction', correction, ['holm', 'benjaminiHochberg'])
  checkNumber('compare', 'level', level)
  if (!(level > 0 && level < 1)) throw rangeError('compare', 'level', 'be between 0 and 1', level)
  const sameProtocol = checkModels(models, force)
  const shared = sharedCustomers(models)
  const metrics = options.metrics ?? sharedMetrics(models)
  const columns = metrics.map((metric) => models.map((model) => sharedColumn(model, metric, shared)))
  const open = metrics.flatMap((metric, m) =>
    pairsOf(models.length).map(([i, j]) => {
      const [a, b] = [columns[m]![i]!, columns[m]![j]!]
      const pValue = pValueOf(test, a, b, seed)
      return { metric, models: [models[i]!.name, models[j]!.name] as const, ...effectOf(a, b, level), pValue }
    }),
  )
  const pValues = open.map(({ pValue }) => pValue)
  const adjusted = correction === 'holm' ? holm(pValues) : benjaminiHochberg(pValues)
  const pairs = open.map((pair, i) => ({ ...pair, adjusted: adjusted[i]!, significant: adjusted[i]! < level }))
  const table = metrics.map((metric, m) => ({
    metric,
    means: columns[m]!.map((column) => compensatedSum(column) / column.length),
    winner: winnerOf(
      metric,
      models.map(({ name }) => name),
      pairs,
    ),
  }))
  return { customers: shared.size, sameProtocol, pairs, table }
}

/**
 * A comparison's table for people: one row per metric, the winner last ("none" where no model is better than all others).
 * @param names the models, in the order in which they were compared
 * @example console.table(comparisonRows(compare(evaluations), ['popularity', 'item-knn']))
 */
export function comparisonRows({ table }: Comparison, names: readonly string[]): Row[] {
  return table.map(({ metric, means, winner }) =>
    Object.fromEntries([
      ['metric', metric],
      ...names.map((name, i) => [name, means[i]!.toFixed(4)] as const),
      ['winner', winner ?? 'none'],
    ]),
  )
}

interface Model {
  readonly name: string
  readonly evaluation: AnyEvaluation
}

function checkModels(models: readonly Model[], force: boolean): boolean {
  if (models.length < 2) throw rangeError('compare', 'evaluations', 'be at least 2', models.length)
  models.forEach(({ name, evaluation }, i) => {
    if (models.findIndex((each) => each.name === name) < i) {
      throw rangeError('compare', `evaluations[${i}][0]`, 'be another name than those before', name)
    }
    const { fingerprint } = models[0]!.evaluation
    if (force || evaluation.fingerprint === fingerprint) return
    const rule = `be ${fingerprint}, that of the first, unless force is set`
    throw rangeError('compare', `evaluations[${i}][1].fingerprint`, rule, evaluation.fingerprint)
  })
  return models.every(({ evaluation }) => evaluation.fingerprint === models[0]!.evaluation.fingerprint)
}

function sharedCustomers([first, ...others]: readonly Model[]): ReadonlySet<unknown> {
  const sets = others.map(({ evaluation }) => new Set<unknown>(evaluation.perCustomer.index.ids))
  const ids = first!.evaluation.perCustomer.index.ids.filter((id) => sets.every((set) => set.has(id)))
  if (ids.length < 2) throw rangeError('compare', 'evaluations', 'share at least 2 customers', ids.length)
  return new Set(ids)
}

function sharedMetrics([first, ...others]: readonly Model[]): string[] {
  const has = ({ evaluation }: Model, name: string) => evaluation.perCustomer.columns.some((each) => each.name === name)
  const names = first!.evaluation.perCustomer.columns.map(({ name }) => name)
  return names.filter((name) => others.every((model) => has(model, name)))
}

/** A model's figures of the shared customers, in the order of the set. */
function sharedColumn({ name, evaluation }: Model, metric: string, shared: ReadonlySet<unknown>): Float64Array {
  const { index, columns } = evaluation.perCustomer
  const values = columns.find((column) => column.name === metric)?.values
  if (values === undefined) throw rangeError('compare', 'metrics', `be those of every evaluation (${name})`, metric)
  const rows = new Map<unknown, number>(index.ids.map((id, row) => [id, row]))
  return Float64Array.from(shared, (id) => values[rows.get(id)!]!)
}

function pairsOf(models: number): [number, number][] {
  return Array.from({ length: models }, (_, i) => i).flatMap((i) =>
    Array.from({ length: models - i - 1 }, (_, j): [number, number] => [i, i + 1 + j]),
  )
}

function pValueOf(test: string, a: Float64Array, b: Float64Array, seed: string | number): number {
  if (test === 't') return pairedTTest(a, b).pValue
  return test === 'wilcoxon' ? wilcoxonSignedRank(a, b).pValue : permutationTest(a, b, { seed }).pValue
}

/** The difference and its size. Where all customers differ alike the effect has no measure: it is given as 0. */
function effectOf(a: Float64Array, b: Float64Array, level: number) {
  const { mean, deviation, n } = moments(a.map((value, i) => value - b[i]!))
  const t = studentQuantile(level / 2, n - 1)
  const half = (t * deviation) / Math.sqrt(n)
  const effect = deviation === 0 ? 0 : mean / deviation
  const halfEffect = deviation === 0 ? 0 : t * Math.sqrt(1 / n + effect ** 2 / (2 * n))
  return {
    difference: mean,
    low: mean - half,
    high: mean + half,
    effect,
    effectLow: effect - halfEffect,
    effectHigh: effect + halfEffect,
  }
}

function winnerOf(metric: string, names: readonly string[], pairs: readonly ComparedPair[]): string | undefined {
  const sign = isLowerBetter(metric) ? -1 : 1
  const own = pairs.filter((pair) => pair.metric === metric)
  return names.find((name) =>
    own
      .filter(({ models }) => models.includes(name))
      .every(({ models, significant, difference }) => {
        return significant && (models[0] === name ? difference : -difference) * sign > 0
      }),
  )
}
