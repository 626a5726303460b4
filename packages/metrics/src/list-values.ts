import { csrFromTriplets, describeValue, positionOf, rangeError, typeError, type Id } from '@clientele/core'
import type { Candidates } from './candidates.js'
import type { EvaluationCases } from './evaluation-cases.js'
import type { DefaultMetric, EvaluationProtocol, EvaluationSplit, ListMetric } from './evaluation.js'
import { judgeLists } from './judge-lists.js'
import { averagePopularity, longTailShare, novelty } from './popularity-bias.js'
import { rankingDefinitions } from './ranking-definitions.js'
import type { RankingMetric } from './ranking-metric.js'
import { EMPTY } from './recommended-lists.js'

/** Metrics that an evaluation computes unless told otherwise. */
export const DEFAULT_METRICS: readonly DefaultMetric[] = ['precision', 'recall', 'f1', 'hitRate', 'mrr', 'map', 'ndcg']

const POPULARITY_METRICS = ['novelty', 'averagePopularity', 'longTailShare'] as const
type PopularityMetric = (typeof POPULARITY_METRICS)[number]

/** One metric of every judged customer. */
export interface ListValuesColumn {
  readonly name: ListMetric
  readonly values: Float64Array
  /** How much each customer weighs in the mean; alike when missing. */
  readonly weights?: Float64Array
}

/**
 * Any metrics of the lists of all judged customers: one column per metric, in the order named.
 * @param lists customers × k positions of products
 * @throws RangeError when a metric is unknown to the flavour, or a gain is negative; TypeError when a column is missing
 */
export function listColumns<C extends Id>(
  split: EvaluationSplit<C>,
  cases: EvaluationCases<C>,
  lists: Int32Array,
  { protocol, candidates, metrics }: ColumnOptions,
): ListValuesColumn[] {
  const names = metrics.filter(isRankingMetric)
  const definitions = rankingDefinitions('evaluate', protocol.flavor, names)
  const { k, gains } = protocol
  const rows = cases.relevant.map((_, row) => listOf(lists, row, k))
  const ranked = judgeLists(
    {
      products: cases.products.ids.length,
      lists: rows,
      relevant: cases.relevant,
      ...(gains !== 'binary' && { gains: gainsOf(split, cases, gains) }),
      ...(names.includes('revenue') && { amounts: relevantSums(split, cases, 'amount') }),
      ...(definitions.some(({ needsItems }) => needsItems) && {
        items: Float64Array.from(rows, (_, row) => candidates.count(row)),
      }),
    },
    definitions,
    k,
  )
  const popular = metrics.filter((name): name is PopularityMetric => !isRankingMetric(name))
  const all: ListValuesColumn[] = [...ranked, ...popularityColumns(split, rows, cases.trainProducts, popular)]
  return metrics.map((name) => all.find((column) => column.name === name)!)
}

/** What columns are made by. */
export interface ColumnOptions {
  readonly protocol: EvaluationProtocol
  readonly candidates: Candidates
  readonly metrics: readonly ListMetric[]
}

/** One customer's list, without empty places. */
export function listOf(lists: Int32Array, row: number, k: number): Int32Array {
  const list = lists.subarray(row * k, (row + 1) * k)
  const end = list.indexOf(EMPTY)
  return end < 0 ? list : list.subarray(0, end)
}

function isRankingMetric(name: ListMetric): name is RankingMetric {
  return !(POPULARITY_METRICS as readonly string[]).includes(name)
}

/** Popularity is the number of customers of the train period; products that it does not know are left out of a list. */
function popularityColumns(
  { train }: EvaluationSplit,
  rows: readonly Int32Array[],
  products: number,
  names: readonly PopularityMetric[],
): ListValuesColumn[] {
  if (names.length === 0) return []
  const total = train.customers.ids.length
  const bought = csrFromTriplets(train.product!, train.customer, new Uint8Array(train.size), products, total)
  const popularity = Float64Array.from({ length: products }, (_, p) => bought.offsets[p + 1]! - bought.offsets[p]!)
  const lists = rows.map((list) => list.filter((product) => product < products))
  const of = {
    novelty: () => novelty(lists, popularity, { total }),
    averagePopularity: () => averagePopularity(lists, popularity),
    longTailShare: () => longTailShare(lists, popularity),
  }
  return names.map((name) => ({ name, values: of[name]().values }))
}

/** What the test lines of each relevant product add up to, per customer in the order of their relevant products. */
function relevantSums<C extends Id>(
  { test }: EvaluationSplit<C>,
  { customers, products, relevant }: EvaluationCases<C>,
  what: 'lines' | 'quantity' | 'amount',
): Float64Array[] {
  if (what === 'quantity' && test.quantity === undefined) {
    throw typeError('evaluate', 'split.test.quantity', 'be a column of the order log', undefined)
  }
  const values = what === 'amount' ? test.amount : what === 'quantity' ? test.quantity! : test.time.map(() => 1)
  const toProduct = test.products!.ids.map((id) => positionOf(products, id))
  const product = test.product!.map((each) => toProduct[each]!)
  const count = products.ids.length
  const sums = csrFromTriplets(test.customer, product, values, test.customers.ids.length, count)
  const row = new Float64Array(count)
  return relevant.map((wanted, i) => {
    const at = positionOf(test.customers, customers.ids[i]!)
    for (let cell = sums.offsets[at]!; cell < sums.offsets[at + 1]!; cell++) {
      row[sums.indices[cell]!] = sums.values[cell]!
    }
    return Float64Array.from(wanted, (each) => row[each]!)
  })
}

/** Refunds are no gain: lines that add up to less than nothing are refused. */
function gainsOf<C extends Id>(
  split: EvaluationSplit<C>,
  cases: EvaluationCases<C>,
  what: 'lines' | 'quantity' | 'amount',
) {
  const gains = relevantSums(split, cases, what)
  gains.forEach((own, row) => {
    const worst = own.find((gain) => gain < 0)
    if (worst === undefined) return
    throw rangeError('evaluate', `gains of ${describeValue(cases.customers.ids[row])}`, 'be at least 0', worst)
  })
  return gains
}
