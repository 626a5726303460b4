import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, type Id, type Interactions, type MergeOptions, type Steps } from '@clientele/core'
import { comparedProducts, itemKnnModel } from '../models/item-knn.js'
import { recall } from './learned.js'
import type { NeighbourRecommender } from '../neighbours/neighbour-model.js'
import { updateSteps } from '../neighbours/update-steps.js'

/**
 * The model of {@link fitItemKnn} after it has learned more, as a new model; the one before stays as it is. New customers and
 * products enter behind those that are known.
 *
 * Bit for bit the model that {@link fitItemKnn} makes of all interactions, where adding their values is exact: counts, whole
 * quantities, or values that replace one another. All it needs is in the model and in its file: the interactions (12 bytes each)
 * and the neighbours (12 bytes each).
 *
 * Products that the new interactions name are compared with all others, and so are products which lose a neighbour that changed;
 * all other lists follow from that. It costs what their share of the multiply-adds of a full fit is, beside some passes over the
 * cells; where that is more than three tenths, all are compared. With `'tfidf'` all are compared when a product is new, with `'bm25'` and
 * `'logLikelihood'` always: there each cell depends on all.
 * @throws RangeError or TypeError when the new interactions cannot be used, or the model was not made by `fitItemKnn`,
 *   `loadItemKnn` or `updateItemKnn`
 * @example
 * const today = updateItemKnn(yesterday, interactionsOf(ordersOfToday))
 */
export function updateItemKnn<C extends Id, P extends Id>(
  model: NeighbourRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions = {},
): NeighbourRecommender<C, P> {
  return run(steps(localEngine(), model, newInteractions, options))
}

/**
 * {@link updateItemKnn} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link updateItemKnn} throws, or with the signal's reason
 * @example const today = await updateItemKnnAsync(yesterday, interactionsOf(ordersOfToday), { workers: 2 })
 */
export async function updateItemKnnAsync<C extends Id, P extends Id>(
  model: NeighbourRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions & PooledOptions = {},
): Promise<NeighbourRecommender<C, P>> {
  return onPool('updateItemKnn', options, (engine) => steps(engine, model, newInteractions, options))
}

function* steps<C extends Id, P extends Id>(
  engine: Engine,
  model: NeighbourRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions,
): Steps<NeighbourRecommender<C, P>> {
  const learned = recall('updateItemKnn', model, 'item-knn', 'fitItemKnn, loadItemKnn or updateItemKnn')
  const comparing = { comparedOf: comparedProducts, among: 'others' } as const
  const updated = yield* updateSteps(engine, 'updateItemKnn', learned, newInteractions, comparing, options)
  return itemKnnModel(updated.interactions, updated.neighbours, updated.options)
}
