import { checkInteger, compensatedSum, positionOf, quantiles, rangeError, type Row } from '@clientele/core'
import { evaluationCases, type EvaluationCases } from './evaluation-cases.js'
import { evaluationFingerprint } from './evaluation-fingerprint.js'
import type { AnyEvaluation } from './evaluation-rows.js'
import type { EvaluationSplit } from './evaluation.js'
import { shortHead } from '../beyond/popularity-bias.js'
import { memberships } from './memberships.js'

/** How many groups. */
export interface GroupOptions {
  /** How many groups of about as many customers each, at least 2; default 4. */
  readonly groups?: number
}

/**
 * Metrics by how active customers were in the train period (or the fold-in part, of those held out), so that an average does not hide who is served badly.
 *
 * Customers are cut at the quantiles of their train lines; equally active ones share a group, so that there may be fewer
 * groups than asked for. O(lines + customers × metrics).
 * @returns one row per group, least active first: its least and most lines, its customers, and the mean of each metric
 * @throws RangeError when there are fewer than two groups, or the split is another than the evaluation's
 * @example console.table(metricsByActivity(evaluation, split))
 */
export function metricsByActivity(
  evaluation: AnyEvaluation,
  split: EvaluationSplit,
  { groups = 4 }: GroupOptions = {},
): Row[] {
  checkInteger('metricsByActivity', 'groups', groups, { min: 2 })
  checkSplit('metricsByActivity', evaluation, split)
  const { perCustomer } = evaluation
  const { train, foldIn: shown = train } = split
  const lines = new Float64Array(shown.customers.ids.length)
  for (const customer of shown.customer) lines[customer]!++
  const activity = perCustomer.index.ids.map((id) => lines[positionOf(shown.customers, id)] ?? 0)
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
  /** Share of all relevant pairs: what the group's exposure would be if lists were as popular as what is bought. */
  readonly relevantShare: number
  /** Share of all recommended places that products of the group took. */
  readonly exposure: number
  /** Share of the group's relevant pairs that stood in the customer's list; 0 when there is none. */
  readonly recall: number
  /** Share of the group's places that were relevant to the customer; 0 when it has none. */
  readonly precision: number
}

/**
 * Recall, precision and exposure by how popular products were in the train period: a model that finds best sellers only shows here.
 *
 * O(lines + places).
 * @param split that of the evaluation
 * @throws RangeError when the split is another than the evaluation's
 * @example console.table(metricsByPopularity(evaluation, split))
 */
export function metricsByPopularity(evaluation: AnyEvaluation, split: EvaluationSplit): PopularityGroup[] {
  const { lists, protocol, perCustomer } = evaluation
  checkSplit('metricsByPopularity', evaluation, split)
  const cases = evaluationCases(split.train, split.test, protocol, split.foldIn)
  const { groupOf, products } = popularityGroups(split, cases)
  const size = cases.products.ids.length
  const [pairs, found, shown] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)]
  const next = memberships(size)
  perCustomer.index.ids.forEach((id, row) => {
    const list = lists.positions.subarray(row * protocol.k, (row + 1) * protocol.k).filter((product) => product >= 0)
    const isListed = next(list.filter((product) => product < size))
    for (const product of list) shown[groupOf(product)]!++
    for (const product of cases.relevant[positionOf(cases.customers, id)]!) {
      pairs[groupOf(product)]!++
      if (isListed(product)) found[groupOf(product)]!++
    }
  })
  const [places, relevant] = [compensatedSum(shown), compensatedSum(pairs)]
  return GROUPS.map((group, g) => ({
    group,
    products: products[g]!,
    relevantPairs: pairs[g]!,
    relevantShare: shareOf(pairs[g]!, relevant),
    exposure: shareOf(shown[g]!, places),
    recall: shareOf(found[g]!, pairs[g]!),
    precision: shareOf(found[g]!, shown[g]!),
  }))
}

const GROUPS = ['head', 'tail', 'new'] as const

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function checkSplit(fn: string, { fingerprint, protocol }: AnyEvaluation, split: EvaluationSplit): void {
  const own = evaluationFingerprint(split, protocol)
  if (own === fingerprint) return
  throw rangeError(fn, 'split', `be that of the evaluation (${fingerprint})`, own)
}

/** Which group each product is in, and how many products each has; a product that nobody knows is new. */
function popularityGroups({ train }: EvaluationSplit, { products, trainProducts }: EvaluationCases) {
  const lines = new Float64Array(trainProducts)
  for (const product of train.product!) lines[product]!++
  const isHead = shortHead('metricsByPopularity', lines, 0.8)
  const head = compensatedSum(isHead)
  return {
    groupOf: (product: number) => (product >= trainProducts ? 2 : isHead[product] === 1 ? 0 : 1),
    products: [head, trainProducts - head, products.ids.length - trainProducts],
  }
}
