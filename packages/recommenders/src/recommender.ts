import type { PooledOptions } from '@clientele/compute'
import type { Id, IdIndex } from '@clientele/core'
import type { RecommendationBlock } from './bulk/blocks.js'
import type { Explanation } from './explanations/explanation.js'
import type { RecommendOptions } from './rules/options.js'

/** One product of a customer's history. */
export interface HistoryItem<P extends Id = Id> {
  /** The product's id. */
  readonly item: P
  /** How much it counts, in the unit the model was fitted with; default 1. Below 0 for a dislike. */
  readonly value?: number
}

/** One product of an answer. */
export interface Recommendation<P extends Id = Id> {
  /** The product's id. */
  readonly item: P
  /** What it was ranked by, higher first; the unit is the model's own. Equal to the model's `score`. */
  readonly score: number
  /** Where it comes from: the model's name, `'fallback'`, or the tag of the quota that it fills. */
  readonly source: string
}

/** Which customers {@link Recommender.recommendAll} answers for, and how. */
export interface RecommendAllOptions<C extends Id = Id, P extends Id = Id> extends RecommendOptions<P> {
  /** The customers to answer for, in this order; default all that the model knows. */
  readonly customers?: readonly C[]
}

/**
 * What every fitted model and every combination of models can do. A recommender never changes; to learn more, fit
 * again.
 *
 * A customer is given by id, or, where the model has never seen them, by a history. A history's order does not matter,
 * a product named twice counts with both values added, and products that the model does not know say nothing.
 * @example
 * const model: Recommender<string, string> = fitItemKnn(interactions)
 * model.recommend('c-17', { n: 3, exclude: ['p-3'] })
 * model.recommendFor([{ item: 'p-3' }, { item: 'p-9', value: 2 }])
 */
export interface Recommender<C extends Id = Id, P extends Id = Id> {
  /** What the model is called in `source`. */
  readonly name: string
  /** The customers the model knows. */
  readonly customers: IdIndex<C>
  /** The products the model can recommend. */
  readonly products: IdIndex<P>

  /** What the model knows a customer to have, in order of the products' index; `undefined` for an unknown customer. */
  history(customer: C): readonly Required<HistoryItem<P>>[] | undefined

  /**
   * The best products for a customer, best first; equal scores rank by the product's lower index. `[]` for an unknown
   * customer.
   * @throws RangeError or TypeError when an option is not as {@link RecommendOptions} says
   */
  recommend(customer: C, options?: RecommendOptions<P>): Recommendation<P>[]

  /**
   * The best products for somebody with this history. What is in the history counts as seen.
   * @throws RangeError or TypeError when an option or a value of the history is not as it should be
   */
  recommendFor(history: readonly HistoryItem<P>[], options?: RecommendOptions<P>): Recommendation<P>[]

  /**
   * {@link Recommender.recommend} for many customers, in blocks of flat typed arrays made one at a time, so that memory
   * stays bounded whatever the number of customers. How many customers a block has is the model's choice.
   */
  recommendAll(options?: RecommendAllOptions<C, P>): Iterable<RecommendationBlock>

  /**
   * {@link Recommender.recommendAll} with the same blocks, made on a pool of workers where the model's scores are sums that
   * kernels make, otherwise between other work of this thread. Nothing is made before it is asked for.
   * @throws as {@link Recommender.recommendAll} does, and while it runs with the signal's reason
   * @example for await (const { start, items } of model.recommendAllAsync({ n: 10, workers: 2 })) write(start, items)
   */
  recommendAllAsync(options?: RecommendAllOptions<C, P> & PooledOptions): AsyncIterable<RecommendationBlock>

  /** A customer's score of a product, seen or not; `undefined` when either is unknown. */
  score(customer: C, item: P): number | undefined

  /** The score of a product for somebody with this history; `undefined` when the product is unknown. */
  scoreFor(history: readonly HistoryItem<P>[], item: P): number | undefined

  /**
   * A customer's scores of all products, by position in `products`: the same numbers as {@link Recommender.score} gives.
   * The array is the caller's own. `undefined` for an unknown customer.
   */
  scoreAll(customer: C): Float64Array | undefined

  /** The scores of all products for somebody with this history, by position in `products`. */
  scoreAllFor(history: readonly HistoryItem<P>[]): Float64Array

  /** What a customer's score of a product is made of; `undefined` when either is unknown. */
  explain(customer: C, item: P): Explanation<P> | undefined

  /** What the score of a product is made of for somebody with this history; `undefined` when the product is unknown. */
  explainFor(history: readonly HistoryItem<P>[], item: P): Explanation<P> | undefined

  /**
   * The model as one file, which the loader of its algorithm (`loadItemKnn`, …) turns into a model that gives the same
   * answers, in Node and in browsers. O(bytes).
   */
  save(): Uint8Array<ArrayBuffer>
}
