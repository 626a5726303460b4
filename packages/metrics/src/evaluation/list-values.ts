import { csrFromTriplets, describeValue, positionOf, rangeError, typeError, type Id } from '@clientele/core'
import { beyondColumns, isBeyondMetric } from '../beyond/beyond-columns.js'
import type { Candidates } from './candidates.js'
import type { EvaluationCases } from './evaluation-cases.js'
import type { DefaultMetric, EvaluateOptions, EvaluationProtocol, EvaluationSplit, ListMetric } from './evaluation.js'
import { judgeLists } from '../ranking/judge-lists.js'
import { rankingDefinitions } from '../ranking/ranking-definitions.js'
import type { RankingMetric } from '../ranking/ranking-metric.js'
import { EMPTY } from './recommended-lists.js'

/** Metrics that an evaluation computes unless told otherwise. */
export const DEFAULT_METRICS: readonly DefaultMetric[] = ['precision', 'recall', 'f1', 'hitRate', 'mrr', 'map', 'ndcg']

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
  { protocol, candidates, metrics, distance }: ColumnOptions,
): ListValuesColumn[] {
  const names = metrics.filter((name): name is RankingMetric => !isBeyondMetric(name))
  const definitions = rankingDefinitions('evaluate', protocol.flavor, names)
  const { k, gains } = protocol
  const rows = listsByRow(lists, cases.relevant.length, k)
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
  const beyond = beyondColumns(split, cases, rows, { k, distance, metrics: metrics.filter(isBeyondMetric) })
  const all: ListValuesColumn[] = [...ranked, ...beyond]
  return metrics.map((name) => all.find((column) => column.name === name)!)
}

/** What columns are made by. */
export interface ColumnOptions {
  readonly protocol: EvaluationProtocol
  readonly candidates: Candidates
  readonly metrics: readonly ListMetric[]
  readonly distance: EvaluateOptions['distance']
}

function listsByRow(lists: Int32Array, count: number, k: number): Int32Array[] {
  const rows: Int32Array[] = []
  for (let row = 0; row < count; row++) rows.push(listOf(lists, row, k))
  return rows
}

/** One customer's list, without empty places. */
export function listOf(lists: Int32Array, row: number, k: number): Int32Array {
  const list = lists.subarray(row * k, (row + 1) * k)
  const end = list.indexOf(EMPTY)
  return end < 0 ? list : list.subarray(0, end)
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
