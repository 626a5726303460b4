import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, transpose, type Csr, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { remember } from '../updates/learned.js'
import { csrOf, openModel } from '../files/model-state.js'
import { neighbourModel, type NeighbourRecommender } from '../neighbours/neighbour-model.js'
import { comparedRows, type ComparedRows } from '../neighbours/compared-rows.js'
import { comparisonOf } from '../neighbours/comparison.js'
import { similarRows } from '../neighbours/similar-rows.js'
import { givenSimilarity, resolveSimilarity, type SimilarityOptions } from '../neighbours/similarity-options.js'

/** How products are compared and how many neighbours are kept. */
export type ItemKnnOptions = SimilarityOptions

/**
 * Item-based collaborative filtering: recommends products that were bought by the customers who bought what this
 * customer bought.
 *
 * Time is the sum over customers of (products they have)², so that a product which everybody has costs no more than its place
 * in those histories; memory is the interactions five times and `neighbors` similarities per product, never products × products.
 * The model keeps the interactions (for histories) and the neighbours.
 * @throws RangeError or TypeError when an option or the interactions cannot be used
 * @see Sarwar, Karypis, Konstan, Riedl (2001), "Item-based collaborative filtering recommendation algorithms", WWW10
 * @example
 * const model = fitItemKnn(interactionsOf(orders), { neighbors: 50 })
 * model.recommend('c-17', { n: 10 }) // [{ item, score, source: 'item-knn' }, …]
 */
export function fitItemKnn<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: ItemKnnOptions = {},
): NeighbourRecommender<C, P> {
  return run(itemKnnSteps(localEngine(), interactions, resolve(options)))
}

/**
 * {@link fitItemKnn} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitItemKnn} throws, or with the signal's reason
 * @example
 * const model = await fitItemKnnAsync(interactions, { signal, onProgress: ({ done, total }) => draw(done / total) })
 */
export async function fitItemKnnAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: ItemKnnOptions & PooledOptions = {},
): Promise<NeighbourRecommender<C, P>> {
  const resolved = resolve(options)
  return onPool('fitItemKnn', options, (engine) => itemKnnSteps(engine, interactions, resolved))
}

/**
 * The model of {@link fitItemKnn} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 12 bytes for each interaction and each neighbour, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadItemKnn<string, string>(await readFile('item-knn.model'))
 */
export function loadItemKnn<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): NeighbourRecommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadItemKnn', 'item-knn', bytes)
  const size = interactions.products.ids.length
  const neighbours = csrOf('loadItemKnn', file, 'neighbours', size, size)
  return itemKnnModel(interactions, neighbours, resolveSimilarity('loadItemKnn', file.options))
}

function resolve(options: ItemKnnOptions): Required<ItemKnnOptions> {
  return resolveSimilarity('fitItemKnn', options)
}

function* itemKnnSteps<C extends Id, P extends Id>(
  engine: Engine,
  interactions: Interactions<C, P>,
  options: Required<ItemKnnOptions>,
): Steps<NeighbourRecommender<C, P>> {
  checkInteractions('fitItemKnn', interactions)
  const neighbours = yield* similarRows(engine, 'fitItemKnn', comparedProducts('fitItemKnn', interactions, options))
  return itemKnnModel(interactions, neighbours, options)
}

/** Products made ready to be compared. */
export function comparedProducts(
  fn: string,
  { matrix }: Interactions,
  options: Required<ItemKnnOptions>,
): ComparedRows {
  const byProduct = transpose(matrix)
  return comparedRows(byProduct, comparisonOf(fn, byProduct, options), options)
}

/** The model of neighbours that were found with these options. */
export function itemKnnModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  neighbours: Csr,
  options: Required<ItemKnnOptions>,
): NeighbourRecommender<C, P> {
  const model = neighbourModel('item-knn', interactions, neighbours, { ...givenSimilarity(options) })
  return remember('item-knn', model, { interactions, neighbours, options })
}
