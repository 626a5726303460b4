import type { Id, Interactions } from '@clientele/core'
import type { ModelState } from '../files/model-state.js'
import type { Profile } from '../profile.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'
import { sumsScorer } from '../sums/sums-scorer.js'
import { summedRowsArrays, type SummedRows } from '../sums/summed-rows.js'
import { similarItemsOf, type SimilarItems } from './similar-items.js'

/** A recommender that also knows which products are alike. */
export type NeighbourRecommender<C extends Id = Id, P extends Id = Id> = Recommender<C, P> & SimilarItems<P>

/** The terms of a history are its own products and values. */
function itself(profile: Profile): Profile {
  return profile
}

/**
 * The recommender of any method that learns neighbour lists of products: the score of a product is the sum, over the products of
 * the history that have it as a neighbour, of value × similarity.
 * @param neighbours products × products; row i says how far product i speaks for each other one, above 0 for its neighbours
 * @param options what the model was fitted with, for its file
 */
export function neighbourModel<C extends Id, P extends Id>(
  name: string,
  interactions: Interactions<C, P>,
  neighbours: SummedRows,
  options: ModelState['options'] = {},
): NeighbourRecommender<C, P> {
  const { ids } = interactions.products
  const scorer = sumsScorer<P>(
    { rows: neighbours, termsOf: itself },
    ({ row, factor, cell, contribution }) => ({
      kind: 'history',
      item: ids[row]!,
      value: factor,
      similarity: cell,
      contribution,
    }),
    () => ({ options, arrays: summedRowsArrays('neighbours', neighbours) }),
  )
  return { ...scoredModel(name, interactions, scorer), ...similarItemsOf(interactions.products, neighbours) }
}
