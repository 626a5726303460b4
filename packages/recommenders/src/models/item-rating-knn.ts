import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, transpose, type Csr, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { csrArrays, csrOf, openModel } from '../files/model-state.js'
import { comparedRows } from '../neighbours/compared-rows.js'
import type { NeighbourRecommender } from '../neighbours/neighbour-model.js'
import { similarItemsOf } from '../neighbours/similar-items.js'
import { similarRows } from '../neighbours/similar-rows.js'
import { baselinesArrays, baselinesOf, fitBaselines, residualsOf, type Baselines } from '../ratings/baselines.js'
import { estimateScorer } from '../ratings/estimate-scorer.js'
import { historyPart } from '../ratings/history-part.js'
import { itemEstimator } from '../ratings/item-estimator.js'
import { ratingBasis } from '../ratings/rating-basis.js'
import {
  givenRatingKnn,
  needsBaselines,
  ratingComparison,
  resolveRatingKnn,
  type RatingKnnOptions,
} from '../ratings/rating-options.js'
import { scoredModel } from '../scored-model.js'

/**
 * Ratings from those that the customer gave to products which are rated alike: the score of a product is the rating that the
 * customer is expected to give, the weighted mean of what they gave to the most similar products of their history, as
 * {@link RatingKnnOptions} says. Every product is ranked.
 *
 * Estimates are not cut to the scale of the ratings. A customer without ratings and a product without any have the mean of all, or
 * their baselines. A product of the history is like itself with similarity 1.
 *
 * Time is the sum over customers of (products they rated)². All similarities above 0 are kept, since which of them count depends on
 * the history: 12 bytes for each pair of similar products, counted in both directions. The first question takes O(ratings) more.
 * @throws RangeError or TypeError when an option or the interactions cannot be used
 * @see Koren (2010), "Factor in the neighbors", ACM Transactions on Knowledge Discovery from Data 4, section 2.2
 * @example
 * const model = fitItemRatingKnn(interactionsOf(ratings, { value: 'rating' }))
 * model.score('c-17', 'p-4') // 3.7
 */
export function fitItemRatingKnn<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: RatingKnnOptions = {},
): NeighbourRecommender<C, P> {
  return run(itemRatingSteps(localEngine(), interactions, resolveRatingKnn('fitItemRatingKnn', options)))
}

/**
 * {@link fitItemRatingKnn} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitItemRatingKnn} throws, or with the signal's reason
 * @example const model = await fitItemRatingKnnAsync(interactions, { workers: 2 })
 */
export async function fitItemRatingKnnAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: RatingKnnOptions & PooledOptions = {},
): Promise<NeighbourRecommender<C, P>> {
  const resolved = resolveRatingKnn('fitItemRatingKnn', options)
  return onPool('fitItemRatingKnn', options, (engine) => itemRatingSteps(engine, interactions, resolved))
}

/**
 * The model of {@link fitItemRatingKnn} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 12 bytes for each rating and each pair of similar products (in both directions), 8 for each product, and the ids.
 * O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadItemRatingKnn<string, string>(await readFile('ratings.model'))
 */
export function loadItemRatingKnn<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): NeighbourRecommender<C, P> {
  const fn = 'loadItemRatingKnn'
  const { file, interactions } = openModel<C, P>(fn, KIND, bytes)
  const options = resolveRatingKnn(fn, file.options)
  const baselines = needsBaselines(options) ? baselinesOf(fn, file, interactions.matrix, options) : undefined
  const size = interactions.products.ids.length
  return itemRatingModel(interactions, csrOf(fn, file, 'neighbours', size, size), options, baselines)
}

const KIND = 'item-rating-knn'

function* itemRatingSteps<C extends Id, P extends Id>(
  engine: Engine,
  interactions: Interactions<C, P>,
  options: Required<RatingKnnOptions>,
): Steps<NeighbourRecommender<C, P>> {
  checkInteractions('fitItemRatingKnn', interactions)
  const { matrix } = interactions
  const baselines = needsBaselines(options) ? yield* fitBaselines(matrix, options) : undefined
  const ratings = options.similarity === 'pearsonBaseline' ? residualsOf(matrix, baselines!) : matrix
  const { comparison, limits } = ratingComparison(options)
  const compared = comparedRows(transpose(ratings), comparison, limits)
  const neighbours = yield* similarRows(engine, 'fitItemRatingKnn', compared)
  return itemRatingModel(interactions, neighbours, options, baselines)
}

function itemRatingModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  neighbours: Csr,
  options: Required<RatingKnnOptions>,
  baselines: Baselines | undefined,
): NeighbourRecommender<C, P> {
  const { products, matrix } = interactions
  const estimatorOf = () => itemEstimator(ratingBasis(matrix, options.normalize, baselines), neighbours, options)
  const arrays = { ...csrArrays('neighbours', neighbours), ...baselinesArrays(baselines) }
  const scorer = estimateScorer(estimatorOf, historyPart(products), () => ({
    options: { ...givenRatingKnn(options) },
    arrays,
  }))
  return { ...scoredModel(KIND, interactions, scorer), ...similarItemsOf(products, neighbours) }
}
