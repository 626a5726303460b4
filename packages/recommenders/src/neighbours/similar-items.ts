import { checkInteger, positionOf, type Id, type IdIndex } from '@clientele/core'
import { positiveCells, type SummedRows } from '../summed-rows.js'
import { bestOfList } from './best-of-list.js'

/** A product and how similar it is to the one asked for. */
export interface SimilarItem<P extends Id = Id> {
  /** The similar product's id. */
  readonly item: P
  /** How similar, above 0; 1 for products that the same customers have alike, where the similarity is a cosine. */
  readonly similarity: number
}

/** What a model of products' neighbours knows of which are alike. */
export interface SimilarItems<P extends Id = Id> {
  /**
   * The products most similar to one, the most similar first, itself not among them; equal similarities rank by the
   * lower index. At most those that were kept; `[]` for an unknown product.
   * @param options.n length of the list, default 10
   * @throws RangeError when `n` is not an integer of at least 1
   */
  similarItems(item: P, options?: { readonly n?: number }): SimilarItem<P>[]
}

/** The method over neighbour lists: row i holds the neighbours of product i. */
export function similarItemsOf<P extends Id>(products: IdIndex<P>, neighbours: SummedRows): SimilarItems<P> {
  return {
    similarItems(item, { n = 10 } = {}) {
      checkInteger('similarItems', 'n', n, { min: 1 })
      const row = positionOf(products, item)
      if (row < 0) return []
      const best = bestOfList(positiveCells(neighbours, row), n)
      return best.map(({ item: other, value }) => ({ item: products.ids[other]!, similarity: value }))
    },
  }
}
