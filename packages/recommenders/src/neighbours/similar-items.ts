import { positionOf, type Id, type IdIndex } from '@clientele/core'
import type { Profile } from '../profile.js'
import type { RecommendOptions } from '../rules/options.js'
import { rulesOf } from '../rules/rules.js'
import { positiveCells, type SummedRows } from '../sums/summed-rows.js'
import { bestOfList } from './best-of-list.js'

/** A product and how similar it is to the one asked for. */
export interface SimilarItem<P extends Id = Id> {
  /** The similar product's id. */
  readonly item: P
  /** How similar, above 0; 1 for products that the same customers have alike, where the similarity is a cosine. */
  readonly similarity: number
}

/** How many similar products are wanted and which may be among them. */
export interface SimilarItemsOptions<P extends Id = Id> extends Pick<
  RecommendOptions<P>,
  'among' | 'exclude' | 'where'
> {
  /** Length of the list, at least 1; default 10. It is shorter when fewer of the neighbours that were kept are allowed. */
  readonly n?: number
}

/** What a model of products' neighbours knows of which are alike. */
export interface SimilarItems<P extends Id = Id> {
  /**
   * The products most similar to one, the most similar first, itself not among them; equal similarities rank by the
   * lower index. At most those that were kept; `[]` for an unknown product.
   *
   * O(neighbours kept), and O(products) when there is a rule.
   * @param options.n length of the list, default 10
   * @param options.among only these products
   * @param options.exclude none of these
   * @param options.where only products for which this is true; it is asked of neighbours alone
   * @throws RangeError or TypeError when `n` is not an integer of at least 1 or a rule is not as for `recommend`
   */
  similarItems(item: P, options?: SimilarItemsOptions<P>): SimilarItem<P>[]
}

/** The method over neighbour lists: row i holds the neighbours of product i. */
export function similarItemsOf<P extends Id>(products: IdIndex<P>, neighbours: SummedRows): SimilarItems<P> {
  return {
    similarItems(item, options = {}) {
      const { n, allows } = rulesOf('similarItems', options, products)
      const row = positionOf(products, item)
      if (row < 0) return []
      const all = positiveCells(neighbours, row)
      const best = bestOfList(allows === undefined ? all : allowedOf(all, allows), n)
      return best.map(({ item: other, value }) => ({ item: products.ids[other]!, similarity: value }))
    },
  }
}

function allowedOf({ items, values }: Profile, allows: (position: number) => boolean): Profile {
  const places = Int32Array.from(items.keys()).filter((at) => allows(items[at]!))
  return { items: places.map((at) => items[at]!), values: Float64Array.from(places, (at) => values[at]!) }
}
