import { run, runAsync, type AsyncOptions, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { openModel } from '../files/model-state.js'
import { similarUsersOf } from '../neighbours/similar-users.js'
import type { UserRecommender } from '../neighbours/user-model.js'
import { baselinesArrays, baselinesOf, fitBaselines, type Baselines } from '../ratings/baselines.js'
import { estimateScorer } from '../ratings/estimate-scorer.js'
import { once } from '../once.js'
import { placeOf } from '../place-of.js'
import { ratingBasis } from '../ratings/rating-basis.js'
import { givenRatingKnn, needsBaselines, resolveRatingKnn, type RatingKnnOptions } from '../ratings/rating-options.js'
import { userEstimator } from '../ratings/user-estimator.js'
import { scoredModel } from '../scored-model.js'

/**
 * Ratings from those of customers who rate alike: the score of a product is the rating that the customer is expected to give, the
 * weighted mean of what the most similar of its raters gave, as {@link RatingKnnOptions} says. Every product is ranked.
 *
 * Estimates are not cut to the scale of the ratings. A customer without ratings and a product without any have the mean of all, or
 * their baselines. What somebody has rated themselves is among what is averaged when it is asked for again.
 *
 * Fitting takes O(epochs × ratings); the model keeps the ratings. The first question makes them ready, in O(ratings) and with memory
 * for them four times. How similar all customers are to one is worked out when they are first asked for, in time of the ratings of
 * the products that they rated, and remembered for up to 64 MB of customers.
 * @throws RangeError or TypeError when an option or the interactions cannot be used
 * @see Koren (2010), "Factor in the neighbors", ACM Transactions on Knowledge Discovery from Data 4, section 2.2
 * @example
 * const model = fitUserRatingKnn(interactionsOf(ratings, { value: 'rating' }))
 * model.score('c-17', 'p-4') // 3.7
 */
export function fitUserRatingKnn<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: RatingKnnOptions = {},
): UserRecommender<C, P> {
  return run(userRatingSteps(interactions, resolveRatingKnn('fitUserRatingKnn', options)))
}

/**
 * {@link fitUserRatingKnn} between other work of this thread: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitUserRatingKnn} throws, or with the signal's reason
 * @example const model = await fitUserRatingKnnAsync(interactions, { signal })
 */
export async function fitUserRatingKnnAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: RatingKnnOptions & AsyncOptions = {},
): Promise<UserRecommender<C, P>> {
  return runAsync(userRatingSteps(interactions, resolveRatingKnn('fitUserRatingKnn', options)), options)
}

/**
 * The model of {@link fitUserRatingKnn} from the bytes that its `save` gave: the same answers, in Node and in browsers.
 *
 * The file takes 12 bytes for each rating, 8 for each product, and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadUserRatingKnn<string, string>(await readFile('ratings.model'))
 */
export function loadUserRatingKnn<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): UserRecommender<C, P> {
  const fn = 'loadUserRatingKnn'
  const { file, interactions } = openModel<C, P>(fn, KIND, bytes)
  const options = resolveRatingKnn(fn, file.options)
  const baselines = needsBaselines(options) ? baselinesOf(fn, file, interactions.matrix, options) : undefined
  return userRatingModel(interactions, options, baselines)
}

const KIND = 'user-rating-knn'

function* userRatingSteps<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: Required<RatingKnnOptions>,
): Steps<UserRecommender<C, P>> {
  checkInteractions('fitUserRatingKnn', interactions)
  const baselines = needsBaselines(options) ? yield* fitBaselines(interactions.matrix, options) : undefined
  return userRatingModel(interactions, options, baselines)
}

function userRatingModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: Required<RatingKnnOptions>,
  baselines: Baselines | undefined,
): UserRecommender<C, P> {
  const { customers, matrix } = interactions
  const estimatorOf = once(() => userEstimator(ratingBasis(matrix, options.normalize, baselines), options))
  const scorer = estimateScorer<P>(
    estimatorOf,
    ({ row, weight, contribution }, _, product) => {
      const value = matrix.values[placeOf(matrix, row, product)]!
      return { kind: 'neighbour', customer: customers.ids[row]!, value, similarity: weight, contribution }
    },
    () => ({ options: { ...givenRatingKnn(options) }, arrays: baselinesArrays(baselines) }),
  )
  const similar = similarUsersOf(interactions, (profile) => {
    const similarities = estimatorOf().similaritiesOf(profile)
    const items = Int32Array.from(similarities.keys()).filter((row) => similarities[row]! > 0)
    return { items, values: Float64Array.from(items, (row) => similarities[row]!) }
  })
  return { ...scoredModel(KIND, interactions, scorer), ...similar }
}
