import { csrFromTriplets, typeError, type Id } from '@clientele/core'
import type { EvaluationCases } from '../evaluation/evaluation-cases.js'
import type { BeyondMetric, EvaluateOptions, EvaluationSplit, ListMetric } from '../evaluation/evaluation.js'
import { intraListDiversity, serendipity } from './list-diversity.js'
import type { ListValues } from '../ranking/list-means.js'
import { averagePopularity, longTailShare, novelty, serendipityOverPopularity } from './popularity-bias.js'

/** Metrics of one list that do not ask for hits alone, and whether they need to know how different products are. */
const NEEDS_DISTANCE: Readonly<Record<BeyondMetric, boolean>> = {
  novelty: false,
  averagePopularity: false,
  longTailShare: false,
  serendipityOverPopularity: false,
  intraListDiversity: true,
  serendipity: true,
}

/** Whether a metric goes beyond accuracy: flavours say nothing of it. */
export function isBeyondMetric(name: ListMetric): name is BeyondMetric {
  return Object.hasOwn(NEEDS_DISTANCE, name)
}

/**
 * Throws when a metric needs a distance and there is none.
 * @throws TypeError
 */
export function checkDistance(fn: string, metrics: readonly ListMetric[], distance: EvaluateOptions['distance']): void {
  const needs = metrics.find((name) => isBeyondMetric(name) && NEEDS_DISTANCE[name])
  if (needs !== undefined && typeof distance !== 'function') {
    throw typeError(fn, 'distance', `be a function for ${needs}`, distance)
  }
}

/** What columns beyond accuracy are made by. */
export interface BeyondOptions {
  readonly k: number
  readonly metrics: readonly BeyondMetric[]
  readonly distance: EvaluateOptions['distance']
}

/**
 * Metrics beyond accuracy of the lists of all judged customers. Popularity is the number of customers of the train period; products
 * that it does not know have none, and are left out of a list.
 * @param rows each customer's list, as positions of products
 */
export function beyondColumns<C extends Id>(
  { train }: EvaluationSplit<C>,
  { products, trainProducts, relevant, seen }: EvaluationCases<C>,
  rows: readonly Int32Array[],
  { k, metrics, distance }: BeyondOptions,
): { readonly name: BeyondMetric; readonly values: Float64Array }[] {
  if (metrics.length === 0) return []
  const total = train.customers.ids.length
  const popularity = customersOf(train, trainProducts)
  const known = (lists: readonly Int32Array[]) => lists.map((list) => list.filter((product) => product < trainProducts))
  const lists = known(rows)
  const apart = {
    products: trainProducts,
    distance: (a: number, b: number) => distance!(products.ids[a]!, products.ids[b]!),
  }
  const of: Readonly<Record<BeyondMetric, () => ListValues>> = {
    novelty: () => novelty(lists, popularity, { total }),
    averagePopularity: () => averagePopularity(lists, popularity),
    longTailShare: () => longTailShare(lists, popularity),
    serendipityOverPopularity: () => serendipityOverPopularity(lists, { relevant: known(relevant), popularity, k }),
    intraListDiversity: () => intraListDiversity(lists, apart),
    serendipity: () => serendipity(lists, { ...apart, relevant: known(relevant), history: known(seen) }),
  }
  return metrics.map((name) => ({ name, values: of[name]().values }))
}

/** How many customers bought each product. */
function customersOf({ customers, customer, product, size }: EvaluationSplit['train'], products: number): Float64Array {
  const bought = csrFromTriplets(product!, customer, new Uint8Array(size), products, customers.ids.length)
  return Float64Array.from({ length: products }, (_, p) => bought.offsets[p + 1]! - bought.offsets[p]!)
}
