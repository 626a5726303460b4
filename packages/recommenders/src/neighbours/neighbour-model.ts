import { checkInteger, positionOf, type Id, type Interactions } from '@clientele/core'
import type { ModelState } from '../model-state.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'
import { sumsScorer } from '../sums-scorer.js'
import { positiveCells, summedRowsArrays, type SummedRows } from '../summed-rows.js'
import { bestOfList } from './best-of-list.js'

/** A product and how similar it is to the one asked for. */
export interface SimilarItem<P extends Id = Id> {
  /** The similar product's id. */
  readonly item: P
  /** How similar, above 0; 1 for products that the same customers have alike, where the similarity is a cosine. */
  readonly similarity: number
}

/** A recommender that also knows which products are alike. */
export interface NeighbourRecommender<C extends Id = Id, P extends Id = Id> extends Recommender<C, P> {
  /**
   * The products most similar to one, the most similar first, itself not among them; equal similarities rank by the
   * lower index. At most the `neighbors` that were kept; `[]` for an unknown product.
   * @param options.n length of the list, default 10
   * @throws RangeError when `n` is not an integer of at least 1
   */
  similarItems(item: P, options?: { readonly n?: number }): SimilarItem<P>[]
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
    { rows: neighbours, termsOf: (profile) => profile },
    ({ row, factor, cell, contribution }) => ({
      kind: 'history',
      item: ids[row]!,
      value: factor,
      similarity: cell,
      contribution,
    }),
    () => ({ options, arrays: summedRowsArrays('neighbours', neighbours) }),
  )
  const similarItems: NeighbourRecommender<C, P>['similarItems'] = (item, { n = 10 } = {}) => {
    checkInteger('similarItems', 'n', n, { min: 1 })
    const row = positionOf(interactions.products, item)
    if (row < 0) return []
    const best = bestOfList(positiveCells(neighbours, row), n)
    return best.map(({ item: other, value }) => ({ item: ids[other]!, similarity: value }))
  }
  return { ...scoredModel(name, interactions, scorer), similarItems }
}
