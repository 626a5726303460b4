import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, type Csr, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { remember } from '../updates/learned.js'
import { csrOf, openModel } from '../files/model-state.js'
import { comparisonOf } from '../neighbours/comparison.js'
import { similarRows } from '../neighbours/similar-rows.js'
import { resolveSimilarity, type SimilarityOptions } from '../neighbours/similarity-options.js'
import { comparedCustomers, userModel, type UserRecommender } from '../neighbours/user-model.js'

/** How customers are compared and how many neighbours are kept. Read "products" for "customers" and the other way round. */
export type UserKnnOptions = SimilarityOptions

/**
 * User-based collaborative filtering: recommends what the customers have whose histories are most like this one. The score of a
 * product is the sum of similarity × value over the neighbours that have it.
 *
 * Customers are compared as {@link fitItemKnn} compares products, with the two sides exchanged: TF-IDF and BM25 let products that
 * almost everybody has count less, adjusted cosine compares what is above the products' means. For a history that no customer has,
 * all customers are compared with it when it is asked for. Whoever has exactly this history is looked at too, beside the
 * `neighbors` others: they say nothing of products that are not in it.
 *
 * Time is the sum over products of (customers who have them)²; memory is the interactions six times and `neighbors` similarities
 * per customer.
 * @throws RangeError or TypeError when an option or the interactions cannot be used
 * @see Resnick et al. (1994), "GroupLens: an open architecture for collaborative filtering of netnews", CSCW
 * @example
 * const model = fitUserKnn(interactionsOf(orders), { neighbors: 100 })
 * model.recommend('c-17', { n: 10 }) // [{ item, score, source: 'user-knn' }, …]
 */
export function fitUserKnn<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: UserKnnOptions = {},
): UserRecommender<C, P> {
  return run(userKnnSteps(localEngine(), interactions, resolveSimilarity('fitUserKnn', options)))
}

/**
 * {@link fitUserKnn} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitUserKnn} throws, or with the signal's reason
 * @example const model = await fitUserKnnAsync(interactions, { neighbors: 100, workers: 2 })
 */
export async function fitUserKnnAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: UserKnnOptions & PooledOptions = {},
): Promise<UserRecommender<C, P>> {
  const resolved = resolveSimilarity('fitUserKnn', options)
  return onPool('fitUserKnn', options, (engine) => userKnnSteps(engine, interactions, resolved))
}

/**
 * The model of {@link fitUserKnn} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 12 bytes for each interaction and each neighbour, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadUserKnn<string, string>(await readFile('user-knn.model'))
 */
export function loadUserKnn<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): UserRecommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadUserKnn', 'user-knn', bytes)
  const size = interactions.customers.ids.length
  const neighbours = csrOf('loadUserKnn', file, 'neighbours', size, size)
  const options = resolveSimilarity('loadUserKnn', file.options)
  comparisonOf('loadUserKnn', interactions.matrix, options)
  return userKnnModel(interactions, neighbours, options)
}

function* userKnnSteps<C extends Id, P extends Id>(
  engine: Engine,
  interactions: Interactions<C, P>,
  options: Required<UserKnnOptions>,
): Steps<UserRecommender<C, P>> {
  checkInteractions('fitUserKnn', interactions)
  const compared = comparedCustomers('fitUserKnn', interactions, options)
  const neighbours = yield* similarRows(engine, 'fitUserKnn', compared, 'all')
  return userKnnModel(interactions, neighbours, options)
}

/** The model of neighbours that were found with these options. */
export function userKnnModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  neighbours: Csr,
  options: Required<UserKnnOptions>,
): UserRecommender<C, P> {
  return remember('user-knn', userModel(interactions, neighbours, options), { interactions, neighbours, options })
}
