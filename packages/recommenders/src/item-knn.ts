import {
  checkInteger,
  checkNumber,
  checkOneOf,
  rangeError,
  run,
  runAsync,
  type AsyncOptions,
  type Id,
  type Interactions,
  type Steps,
} from '@clientele/core'
import { checkInteractions } from './check-interactions.js'
import { itemSimilarities } from './item-similarities.js'
import { loadNeighbourModel, neighbourModel, type NeighbourRecommender } from './neighbour-model.js'
import { weigh, type Weighing } from './weigh.js'

/** How products are compared and how many neighbours are kept. */
export interface ItemKnnOptions {
  /** How many of the most similar other products are kept for each product, at least 1; default 50. */
  readonly neighbors?: number
  /**
   * How alike two products are: `'cosine'` of their columns (default), `'tfidf'` the cosine after customers who have
   * almost everything count less, or `'bm25'` the dot product after values saturate and common products count less too.
   */
  readonly similarity?: Weighing['similarity']
  /**
   * Distrust of similarities that rest on few customers: each is multiplied by c / (c + shrinkage), where c customers
   * have both products. At least 0; default 0, none.
   */
  readonly shrinkage?: number
  /** With `'bm25'` only: how slowly a value saturates, 0 (every value counts alike) to 1000; default 1.2. */
  readonly k1?: number
  /** With `'bm25'` only: how far common products count less, 0 (not at all) to 1; default 0.75. */
  readonly b?: number
}

/**
 * Item-based collaborative filtering: recommends products that were bought by the customers who bought what this
 * customer bought.
 *
 * Time is the sum over customers of (products they have)² / 2; memory is the interactions three times and `neighbors`
 * similarities per product. The model keeps the interactions (for histories) and the neighbours.
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
  return run(itemKnnSteps(interactions, resolve(options)))
}

/**
 * {@link fitItemKnn} that lets other work of the thread happen in between: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitItemKnn} throws, or with the signal's reason
 * @example
 * const model = await fitItemKnnAsync(interactions, { signal, onProgress: ({ done, total }) => draw(done / total) })
 */
export async function fitItemKnnAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: ItemKnnOptions & AsyncOptions = {},
): Promise<NeighbourRecommender<C, P>> {
  return runAsync(itemKnnSteps(interactions, resolve(options)), options)
}

/**
 * The model of {@link fitItemKnn} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 12 bytes for each interaction and each neighbour, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadItemKnn<string, string>(await readFile('item-knn.model'))
 */
export function loadItemKnn<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): NeighbourRecommender<C, P> {
  return loadNeighbourModel('loadItemKnn', 'item-knn', bytes)
}

function resolve(options: ItemKnnOptions): Required<ItemKnnOptions> {
  const { neighbors = 50, similarity = 'cosine', shrinkage = 0, k1 = 1.2, b = 0.75 } = options
  checkInteger('fitItemKnn', 'neighbors', neighbors, { min: 1 })
  checkOneOf('fitItemKnn', 'similarity', similarity, ['cosine', 'tfidf', 'bm25'])
  checkNumber('fitItemKnn', 'shrinkage', shrinkage, { min: 0 })
  checkNumber('fitItemKnn', 'k1', k1, { min: 0, max: 1000 })
  checkNumber('fitItemKnn', 'b', b, { min: 0, max: 1 })
  for (const name of ['k1', 'b'] as const) {
    if (similarity !== 'bm25' && options[name] !== undefined) {
      throw rangeError('fitItemKnn', name, `be left out when similarity is "${similarity}"`, options[name])
    }
  }
  return { neighbors, similarity, shrinkage, k1, b }
}

function* itemKnnSteps<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  { neighbors, similarity, shrinkage, k1, b }: Required<ItemKnnOptions>,
): Steps<NeighbourRecommender<C, P>> {
  checkInteractions('fitItemKnn', interactions)
  const weighted = weigh(interactions.matrix, { similarity, k1, b })
  const neighbours = yield* itemSimilarities(weighted, { neighbors, shrinkage, normalize: similarity !== 'bm25' })
  return neighbourModel('item-knn', interactions, neighbours, { neighbors, similarity, shrinkage, k1, b })
}
