import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, type Id, type Interactions, type MergeOptions, type Steps } from '@clientele/core'
import { recall } from './learned.js'
import { comparedCustomers, type UserRecommender } from '../neighbours/user-model.js'
import { updateSteps } from '../neighbours/update-steps.js'
import { userKnnModel } from '../models/user-knn.js'

/**
 * The model of {@link fitUserKnn} after it has learned more, as a new model; the one before stays as it is. New customers and
 * products enter behind those that are known.
 *
 * Exact, and costs and needs what {@link updateItemKnn} does, with the two sides exchanged: customers with new interactions are
 * compared with all others, with `'tfidf'` all customers when one is new.
 * @throws RangeError or TypeError when the new interactions cannot be used, or the model was not made by `fitUserKnn`,
 *   `loadUserKnn` or `updateUserKnn`
 * @example
 * const today = updateUserKnn(yesterday, interactionsOf(ordersOfToday))
 */
export function updateUserKnn<C extends Id, P extends Id>(
  model: UserRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions = {},
): UserRecommender<C, P> {
  return run(steps(localEngine(), model, newInteractions, options))
}

/**
 * {@link updateUserKnn} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link updateUserKnn} throws, or with the signal's reason
 * @example const today = await updateUserKnnAsync(yesterday, interactionsOf(ordersOfToday), { workers: 2 })
 */
export async function updateUserKnnAsync<C extends Id, P extends Id>(
  model: UserRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions & PooledOptions = {},
): Promise<UserRecommender<C, P>> {
  return onPool('updateUserKnn', options, (engine) => steps(engine, model, newInteractions, options))
}

function* steps<C extends Id, P extends Id>(
  engine: Engine,
  model: UserRecommender<C, P>,
  newInteractions: Interactions<C, P>,
  options: MergeOptions,
): Steps<UserRecommender<C, P>> {
  const learned = recall('updateUserKnn', model, 'user-knn', 'fitUserKnn, loadUserKnn or updateUserKnn')
  const comparing = { comparedOf: comparedCustomers, among: 'all' } as const
  const updated = yield* updateSteps(engine, 'updateUserKnn', learned, newInteractions, comparing, options)
  return userKnnModel(updated.interactions, updated.neighbours, updated.options)
}
