import { checkOneOf, interactionsOf, typeError, type Id, type Interactions, type Transactions } from '@clientele/core'
import { checkInteractions } from './check-interactions.js'
import { customersOf, lineMeasure, type PopularityMeasure } from './popularity-counts.js'
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
  checkOneOf('fitPopularity', 'by', by, ['customers', 'lines', 'quantity', 'meanQuantity'])
  const interactions = 'matrix' in data ? data : interactionsOf(data)
  checkInteractions('fitPopularity', interactions)
  const counts = by === 'customers' ? customersOf(interactions.matrix) : lineMeasure(ordersOf(data, by), by)
  return scoredModel('popularity', interactions, {
    above: -Infinity,
    scoreAll: (_, into) => into.set(counts),
    scoreOne: (_, item) => counts[item]!,
    partsOf: (_, item) => [{ kind: 'popularity', by, contribution: counts[item]! }],
  })
}

function ordersOf(data: Transactions | Interactions, by: PopularityMeasure): Transactions {
  if ('matrix' in data) throw typeError('fitPopularity', 'data', `be an order log to count by "${by}"`, data)
  return data
}
