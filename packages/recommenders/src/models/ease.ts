import { inverseBytes, localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { checkAllFinite, checkNumber, rangeError, run, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { easeWeights } from './ease-weights.js'
import { openModel } from '../files/model-state.js'
import { neighbourModel, type NeighbourRecommender } from '../neighbours/neighbour-model.js'
import { sparseGramBytes } from './sparse-gram.js'

/** How EASE learns. */
export interface EaseOptions {
  /**
   * How strongly weights are held back, above 0; default 300. More of it trusts only what many customers show; a few hundred suit
   * thousands of customers. It counts in squares of the values, and must be at least 1e-10 times the sum of all of those.
   */
  readonly regularization?: number
}

/** Products beyond which two matrices of products × products do not fit into the 4 GiB of the kernels. */
const MOST_PRODUCTS = 15_000

/**
 * EASE: weights between all pairs of products that reproduce the customers' histories best, each product from the others. The score
 * of a product is the sum of value × weight over the history; weights may be below 0, so that products which replace one another
 * hold each other back. A dislike (a value below 0) counts with weights above 0 alone, so that it raises nothing. Often the best model
 * of a small catalogue.
 *
 * With X the interactions: P = (XᵀX + regularization · I)⁻¹, and the weight of product j for product i is -P(j, i) / P(i, i).
 *
 * Time is the sum over customers of (products they have)² ÷ 2, and products³ for the inverse: two seconds for 3,700 products on two
 * cores. Memory is 16 bytes × products² while it fits, and 8 × products² for the model and its file: at most 15,000 products.
 * @throws RangeError or TypeError when an option or the interactions cannot be used; RangeError with the bytes needed when there are
 *   too many products
 * @see Steck (2019), "Embarrassingly shallow autoencoders for sparse data", WWW
 * @example
 * const model = fitEase(interactionsOf(orders, { value: 'binary' }), { regularization: 500 })
 * model.recommend('c-17', { n: 10 }) // [{ item, score, source: 'ease' }, …]
 */
export function fitEase<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: EaseOptions = {},
): NeighbourRecommender<C, P> {
  return run(easeSteps(localEngine(), interactions, resolve(options)))
}

/**
 * {@link fitEase} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitEase} throws, or with the signal's reason
 * @example const model = await fitEaseAsync(interactions, { regularization: 500, workers: 2 })
 */
export async function fitEaseAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: EaseOptions & PooledOptions = {},
): Promise<NeighbourRecommender<C, P>> {
  const resolved = resolve(options)
  return onPool('fitEase', options, (engine) => easeSteps(engine, interactions, resolved))
}

/**
 * The model of {@link fitEase} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 8 bytes × products², 12 for each interaction, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadEase<string, string>(await readFile('ease.model'))
 */
export function loadEase<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): NeighbourRecommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadEase', 'ease', bytes)
  const size = interactions.products.ids.length
  const values = file.array('neighbours', 'f64', size * size)
  checkAllFinite('loadEase', 'bytes.neighbours', values)
  return easeModel(interactions, values, file.options)
}

function resolve({ regularization = 300 }: EaseOptions): Required<EaseOptions> {
  checkNumber('fitEase', 'regularization', regularization, { min: 0, max: 1e150 })
  return { regularization }
}

function* easeSteps<C extends Id, P extends Id>(
  engine: Engine,
  interactions: Interactions<C, P>,
  { regularization }: Required<EaseOptions>,
): Steps<NeighbourRecommender<C, P>> {
  checkInteractions('fitEase', interactions)
  const products = interactions.products.ids.length
  const square = 8 * products * products
  const bytes = Math.max(inverseBytes(engine, products), square + sparseGramBytes(interactions.matrix))
  if (products > MOST_PRODUCTS) {
    const rule = `be at most ${MOST_PRODUCTS}, since ${bytes} bytes of memory would be needed of ${2 ** 32}`
    throw rangeError('fitEase', 'interactions.products.ids.length', rule, products)
  }
  engine.arena.require('fitEase', bytes)
  return easeModel(interactions, yield* easeWeights(engine, interactions.matrix, regularization), { regularization })
}

function easeModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  values: Float64Array,
  options: Readonly<Record<string, unknown>>,
): NeighbourRecommender<C, P> {
  const size = interactions.products.ids.length
  return neighbourModel('ease', interactions, { rows: size, columns: size, values }, options)
}
