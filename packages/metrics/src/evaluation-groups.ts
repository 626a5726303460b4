import { checkInteger, compensatedSum, positionOf, quantiles, rangeError, type Row } from '@clientele/core'
import { evaluationCases } from './evaluation-cases.js'
import { evaluationFingerprint } from './evaluation-fingerprint.js'
import type { AnyEvaluation } from './evaluation-rows.js'
import type { EvaluationSplit } from './evaluation.js'
import { shortHead } from './popularity-bias.js'
import { memberships } from './memberships.js'

/** How many groups. */
export interface GroupOptions {
  /** How many groups of about as many customers each, at least 2; default 4. */
  readonly groups?: number
}

/**
 * Metrics by how active customers were in the train period, so that an average does not hide who is served badly.
 *
 * Customers are cut at the quantiles of their train lines; equally active ones share a group, so that there may be fewer
 * groups than asked for. O(lines + customers × metrics).
 * @returns one row per group, least active first: its least and most lines, its customers, and the mean of each metric
 * @throws RangeError when there are fewer than two groups
 * @example console.table(metricsByActivity(evaluation, split))
 */
export function metricsByActivity(
  { perCustomer }: AnyEvaluation,
  { train }: Pick<EvaluationSplit, 'train'>,
  { groups = 4 }: GroupOptions = {},
): Row[] {
  checkInteger('metricsByActivity', 'groups', groups, { min: 2 })
  const lines = new Float64Array(train.customers.ids.length)
  for (const customer of train.customer) lines[customer]!++
  const activity = perCustomer.index.ids.map((id) => lines[positionOf(train.customers, id)] ?? 0)
  const cuts = quantiles(
    activity,
    Array.from({ length: groups - 1 }, (_, i) => (i + 1) / groups),
  )
  const groupOf = activity.map((count) => cuts.filter((cut) => count > cut).length)
  const present = [...new Set(groupOf)].sort((a, b) => a - b)
  return present.map((group) => {
    const rows = [...groupOf.keys()].filter((row) => groupOf[row] === group)
    const own = rows.map((row) => activity[row]!)
    return Object.fromEntries([
      ['fromLines', own.reduce((a, b) => Math.min(a, b), Infinity)],
      ['toLines', own.reduce((a, b) => Math.max(a, b), 0)],
      ['customers', rows.length],
      ...perCustomer.columns.map(({ name, values }) => {
        return [name, compensatedSum(rows.map((row) => values[row]!)) / rows.length] as const
      }),
    ])
  })
}

/** How well products of one popularity are found. */
export interface PopularityGroup {
  /** `'head'`: the fewest products with 80 % of the train period's interactions; `'tail'`; `'new'`: not in train. */
  readonly group: 'head' | 'tail' | 'new'
  /** Products of the group. */
  readonly products: number
  /** Relevant pairs of a judged customer and a product of the group. */
  readonly relevantPairs: number
  /** Share of these pairs that stood in the customer's list; 0 when there is none. */
  readonly recall: number
  /** Share of all recommended places that products of the group took. */
  readonly exposure: number
}

/**
 * Recall and exposure by how popular products were in the train period: a model that finds best sellers only shows here.
 *
 * O(lines + places).
 * @param split that of the evaluation
 * @throws RangeError when the split is another than the evaluation's
 * @example console.table(metricsByPopularity(evaluation, split))
 */
export function metricsByPopularity(evaluation: AnyEvaluation, split: EvaluationSplit): PopularityGroup[] {
  const { lists, protocol, perCustomer } = evaluation
  const { products, relevant, customers, trainProducts } = evaluationCases(split.train, split.test, protocol)
  const size = products.ids.length
  const fingerprint = evaluationFingerprint(split, protocol)
  if (fingerprint !== evaluation.fingerprint) {
    throw rangeError(
      'metricsByPopularity',
      'split',
      `be that of the evaluation (${evaluation.fingerprint})`,
      fingerprint,
    )
  }
  const lines = new Float64Array(trainProducts)
  for (const product of split.train.product!) lines[product]!++
  const isHead = shortHead('metricsByPopularity', lines, 0.8)
  const groupOf = (product: number) => (product >= trainProducts ? 2 : isHead[product] === 1 ? 0 : 1)
  const pairs = new Float64Array(3)
  const found = new Float64Array(3)
  const shown = new Float64Array(3)
  const next = memberships(size)
  perCustomer.index.ids.forEach((id, row) => {
    const list = lists.positions.subarray(row * protocol.k, (row + 1) * protocol.k).filter((product) => product >= 0)
    const isListed = next(list.filter((product) => product < size))
    for (const product of list) shown[groupOf(product)]!++
    for (const product of relevant[positionOf(customers, id)]!) {
      pairs[groupOf(product)]!++
      if (isListed(product)) found[groupOf(product)]!++
    }
  })
  const places = compensatedSum(shown)
  const head = compensatedSum(isHead)
  const counts = [head, trainProducts - head, size - trainProducts]
  return (['head', 'tail', 'new'] as const).map((group, g) => ({
    group,
    products: counts[g]!,
    relevantPairs: pairs[g]!,
    recall: pairs[g] === 0 ? 0 : found[g]! / pairs[g]!,
    exposure: places === 0 ? 0 : shown[g]! / places,
  }))
}
