import { run, runAsync, type AsyncOptions, type Csr, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { openModel } from '../files/model-state.js'
import {
  baselinesArrays,
  baselinesOf,
  fitBaselines,
  resolveBaselines,
  type BaselineOptions,
  type Baselines,
} from '../ratings/baselines.js'
import { estimateScorer } from '../ratings/estimate-scorer.js'
import type { Estimator } from '../ratings/estimates.js'
import { historyPart } from '../ratings/history-part.js'
import { levelsFor, ratingBasis } from '../ratings/rating-basis.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'

/**
 * Baselines of ratings: the mean of all, plus how freely the customer rates, plus how well the product is rated. The score of a
 * product is the rating to be expected of anybody with this customer's habits: what every better model has to beat. Every product is
 * ranked, for all customers in the same order.
 *
 * Learned by alternating least squares; estimates are not cut to the scale of the ratings. O(epochs × ratings) time; the model keeps
 * the ratings and one number per product.
 * @throws RangeError or TypeError when an option or the interactions cannot be used
 * @see Koren (2010), "Factor in the neighbors", ACM Transactions on Knowledge Discovery from Data 4, section 2.1
 * @example
 * const model = fitBaseline(interactionsOf(ratings, { value: 'rating' }))
 * model.score('c-17', 'p-4') // 3.7
 */
export function fitBaseline<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: BaselineOptions = {},
): Recommender<C, P> {
  return run(baselineSteps(interactions, resolveBaselines('fitBaseline', options)))
}

/**
 * {@link fitBaseline} between other work of this thread: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitBaseline} throws, or with the signal's reason
 * @example const model = await fitBaselineAsync(interactions, { signal })
 */
export async function fitBaselineAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: BaselineOptions & AsyncOptions = {},
): Promise<Recommender<C, P>> {
  return runAsync(baselineSteps(interactions, resolveBaselines('fitBaseline', options)), options)
}

/**
 * The model of {@link fitBaseline} from the bytes that its `save` gave. The file takes 12 bytes for each rating, 8 for each product,
 * and the ids. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadBaseline<string, string>(await readFile('baseline.model'))
 */
export function loadBaseline<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): Recommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadBaseline', 'baseline', bytes)
  const options = resolveBaselines('loadBaseline', file.options)
  return baselineModel(interactions, baselinesOf('loadBaseline', file, interactions.matrix, options), options)
}

function* baselineSteps<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: Required<BaselineOptions>,
): Steps<Recommender<C, P>> {
  checkInteractions('fitBaseline', interactions)
  return baselineModel(interactions, yield* fitBaselines(interactions.matrix, options), options)
}

function baselineModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  baselines: Baselines,
  options: Required<BaselineOptions>,
): Recommender<C, P> {
  const scorer = estimateScorer(
    () => baselineEstimator(interactions.matrix, baselines),
    historyPart(interactions.products),
    () => ({ options: { ...options }, arrays: baselinesArrays(baselines) }),
  )
  return scoredModel('baseline', interactions, scorer)
}

/** Nobody is heard: the levels are all there is. */
function baselineEstimator(matrix: Csr, baselines: Baselines): Estimator {
  const basis = ratingBasis(matrix, 'baseline', baselines)
  const noneOwn = () => ({ everybody: 0, customer: 0, product: 0 })
  return {
    most: 0,
    neighbors: 0,
    minNeighbors: 1,
    prepare: (profile) => ({ levelOf: levelsFor(basis, profile, noneOwn), scaleOf: () => 1, collect: () => 0 }),
  }
}
