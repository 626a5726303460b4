import {
  checkAllFinite,
  checkOneOf,
  interactionsOf,
  typeError,
  type Id,
  type Interactions,
  type Transactions,
} from '@clientele/core'
import { checkInteractions } from './check-interactions.js'
import { customersOf, lineMeasure, type PopularityMeasure } from './popularity-counts.js'
import { openModel } from './model-state.js'
import type { Recommender } from './recommender.js'
import { scoredModel } from './scored-model.js'

/** What popularity counts. */
export interface PopularityOptions {
  /** Default `'customers'`; the others need the order log. */
  readonly by?: PopularityMeasure
}

/**
 * Recommends what all customers together buy most, the same to everybody but for what they have already.
 *
 * Every product of the data can be recommended, so a list is only shorter than `n` when the rules allow fewer products.
 * O(lines) time; the model keeps one number per product and the histories.
 * @param data the order log, or interactions when customers are counted
 * @throws RangeError or TypeError when the data lacks what is counted
 * @example
 * fitPopularity(orders, { by: 'quantity' }).recommendFor([], { n: 3 }) // the three products with the most units sold
 */
export function fitPopularity<C extends Id, P extends Id>(
  data: Transactions<C, P> | Interactions<C, P>,
  { by = 'customers' }: PopularityOptions = {},
): Recommender<C, P> {
  checkOneOf('fitPopularity', 'by', by, MEASURES)
  const interactions = 'matrix' in data ? data : interactionsOf(data)
  checkInteractions('fitPopularity', interactions)
  const counts = by === 'customers' ? customersOf(interactions.matrix) : lineMeasure(ordersOf(data, by), by)
  return popularityModel(interactions, counts, by)
}

/**
 * The model of {@link fitPopularity} from the bytes that its `save` gave. The file takes 12 bytes for each interaction,
 * 8 for each product, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadPopularity<string, string>(await readFile('popularity.model'))
 */
export function loadPopularity<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): Recommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadPopularity', 'popularity', bytes)
  const counts = file.array('counts', 'f64', interactions.products.ids.length)
  checkAllFinite('loadPopularity', 'bytes.counts', counts)
  const { by } = file.options
  checkOneOf('loadPopularity', 'bytes.by', by, MEASURES)
  return popularityModel(interactions, counts, by)
}

const MEASURES: readonly PopularityMeasure[] = ['customers', 'lines', 'quantity', 'meanQuantity']

function popularityModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  counts: Float64Array,
  by: PopularityMeasure,
): Recommender<C, P> {
  return scoredModel('popularity', interactions, {
    above: -Infinity,
    scoreAll: (_, into) => into.set(counts),
    scoreOne: (_, item) => counts[item]!,
    partsOf: (_, item) => [{ kind: 'popularity', by, contribution: counts[item]! }],
    state: () => ({ options: { by }, arrays: { counts } }),
  })
}

function ordersOf(data: Transactions | Interactions, by: PopularityMeasure): Transactions {
  if ('matrix' in data) throw typeError('fitPopularity', 'data', `be an order log to count by "${by}"`, data)
  return data
}
