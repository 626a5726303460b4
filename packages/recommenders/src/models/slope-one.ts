import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { run, transpose, type Csr, type Id, type Interactions, type Steps } from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { KIND } from '../kernels/similarity.js'
import { csrArrays, csrOf, openModel } from '../files/model-state.js'
import { comparedRows } from '../neighbours/compared-rows.js'
import { similarRows } from '../neighbours/similar-rows.js'
import { meanOf } from '../ratings/baselines.js'
import { estimateScorer } from '../ratings/estimate-scorer.js'
import type { Estimator } from '../ratings/estimates.js'
import { historyPart } from '../ratings/history-part.js'
import { collectFrom } from '../ratings/history-voices.js'
import { levelsFor, ratingBasis } from '../ratings/rating-basis.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'

/**
 * Slope One: a product is expected to be rated as the customer rates on average, plus how much higher it is rated than each product
 * of their history, by the customers who rated both, on average over the history. Every product is ranked.
 *
 * Estimates are not cut to the scale of the ratings. A customer without ratings and a product without any have the mean of all.
 *
 * Time is the sum over customers of (products they rated)²; memory, and the file, are 12 bytes for each pair of products that
 * somebody rated both of, counted in both directions.
 * @throws RangeError when the interactions cannot be used or memory does not suffice
 * @see Lemire, Maclachlan (2005), "Slope One predictors for online rating-based collaborative filtering", SIAM Data Mining
 * @example
 * const model = fitSlopeOne(interactionsOf(ratings, { value: 'rating' }))
 * model.score('c-17', 'p-4') // 3.7
 */
export function fitSlopeOne<C extends Id, P extends Id>(interactions: Interactions<C, P>): Recommender<C, P> {
  return run(slopeOneSteps(localEngine(), interactions))
}

/**
 * {@link fitSlopeOne} on a pool of workers: the same model, bit for bit.
 * @returns a promise that rejects where {@link fitSlopeOne} throws, or with the signal's reason
 * @example const model = await fitSlopeOneAsync(interactions, { workers: 2 })
 */
export async function fitSlopeOneAsync<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  options: PooledOptions = {},
): Promise<Recommender<C, P>> {
  return onPool('fitSlopeOne', options, (engine) => slopeOneSteps(engine, interactions))
}

/**
 * The model of {@link fitSlopeOne} from the bytes that its `save` gave. O(bytes).
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 * @example const model = loadSlopeOne<string, string>(await readFile('slope-one.model'))
 */
export function loadSlopeOne<C extends Id = Id, P extends Id = Id>(bytes: Uint8Array): Recommender<C, P> {
  const { file, interactions } = openModel<C, P>('loadSlopeOne', 'slope-one', bytes)
  const size = interactions.products.ids.length
  return slopeOneModel(interactions, csrOf('loadSlopeOne', file, 'differences', size, size))
}

function* slopeOneSteps<C extends Id, P extends Id>(
  engine: Engine,
  interactions: Interactions<C, P>,
): Steps<Recommender<C, P>> {
  checkInteractions('fitSlopeOne', interactions)
  const limits = { neighbors: Number.MAX_SAFE_INTEGER, shrinkage: 0, minSupport: 1 }
  const compared = comparedRows(transpose(interactions.matrix), { kind: KIND.meanDifference }, limits)
  return slopeOneModel(interactions, yield* similarRows(engine, 'fitSlopeOne', compared))
}

/** @param differences row j holds how much higher than product j others are rated by those who rated both */
function slopeOneModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  differences: Csr,
): Recommender<C, P> {
  const scorer = estimateScorer(
    () => slopeOneEstimator(interactions.matrix, differences),
    historyPart(interactions.products),
    () => ({ options: {}, arrays: csrArrays('differences', differences) }),
  )
  return scoredModel('slope-one', interactions, scorer)
}

function slopeOneEstimator(matrix: Csr, differences: Csr): Estimator {
  const basis = ratingBasis(matrix, 'mean')
  const voices = { rows: differences, self: 0, weightOf: () => 1, deviationOf: (difference: number) => difference }
  return {
    most: matrix.columns,
    neighbors: Infinity,
    minNeighbors: 1,
    prepare(profile, all) {
      const own = { everybody: 0, customer: meanOf(profile.values), product: 0 }
      const levelOf = levelsFor(basis, profile, () => own)
      return { levelOf, scaleOf: () => 1, collect: collectFrom(profile, voices, all) }
    },
  }
}
