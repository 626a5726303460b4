import { checkInteger, positionOf, topK, type Csr, type Id, type Interactions } from '@clientele/core'
import { addRow } from '../add-row.js'
import type { PartWithoutShare } from '../explanation.js'
import { csrArrays, csrOf, openModel, type ModelState } from '../model-state.js'
import type { Profile } from '../profile.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'

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
 * The recommender of any method that learns neighbour lists: the score of a product is the sum, over the products of
 * the history that have it as a neighbour, of value × similarity.
 *
 * Only products with a score above 0 are recommended: at 0 nothing in the history speaks for a product, below 0 the
 * history speaks against it.
 * @param neighbours products × products, similarities above 0; row i holds the neighbours of product i
 * @param options what the model was fitted with, for its file
 */
export function neighbourModel<C extends Id, P extends Id>(
  name: string,
  interactions: Interactions<C, P>,
  neighbours: Csr,
  options: ModelState['options'] = {},
): NeighbourRecommender<C, P> {
  const { ids } = interactions.products
  const model = scoredModel(name, interactions, {
    above: 0,
    scoreAll: (profile, into) => addNeighbours(neighbours, profile, into),
    sums: { rows: neighbours, termsOf: (profile) => profile },
    scoreOne: (profile, item) =>
      sharesOf(neighbours, profile, item).reduce((sum, share) => sum + share.contribution, 0),
    partsOf: (profile, item) =>
      sharesOf(neighbours, profile, item)
        .map((share): PartWithoutShare<P> => ({ kind: 'history', ...share, item: ids[share.item]! }))
        .sort((a, b) => b.contribution - a.contribution),
    state: () => ({ options, arrays: csrArrays('neighbours', neighbours) }),
  })
  const similarItems: NeighbourRecommender<C, P>['similarItems'] = (item, { n = 10 } = {}) => {
    checkInteger('similarItems', 'n', n, { min: 1 })
    const row = positionOf(interactions.products, item)
    if (row < 0) return []
    const start = neighbours.offsets[row]!
    const best = topK(neighbours.values.subarray(start, neighbours.offsets[row + 1]), n)
    return Array.from(best.indices, (at, rank) => ({
      item: ids[neighbours.indices[start + at]!]!,
      similarity: best.scores[rank]!,
    }))
  }
  return { ...model, similarItems }
}

/**
 * The model that {@link neighbourModel} made and `save` wrote.
 * @param fn the calling function, named in errors
 * @throws RangeError or TypeError when the file is of another kind or version, cut or damaged
 */
export function loadNeighbourModel<C extends Id, P extends Id>(
  fn: string,
  name: string,
  bytes: Uint8Array,
): NeighbourRecommender<C, P> {
  const { file, interactions } = openModel<C, P>(fn, name, bytes)
  const size = interactions.products.ids.length
  return neighbourModel(name, interactions, csrOf(fn, file, 'neighbours', size, size), file.options)
}

function addNeighbours({ offsets, indices, values }: Csr, history: Profile, into: Float64Array): void {
  into.fill(0)
  for (let i = 0; i < history.items.length; i++) {
    const item = history.items[i]!
    addRow(into, indices, values, offsets[item]!, offsets[item + 1]!, history.values[i]!)
  }
}

interface Share {
  /** Position of a product of the history. */
  readonly item: number
  readonly value: number
  readonly similarity: number
  readonly contribution: number
}

/** What each product of the history adds to the score of `target`, in the order in which `addNeighbours` adds it. */
function sharesOf(neighbours: Csr, history: Profile, target: number): Share[] {
  const shares: Share[] = []
  for (let i = 0; i < history.items.length; i++) {
    const item = history.items[i]!
    const value = history.values[i]!
    const similarity = similarityOf(neighbours, item, target)
    if (similarity > 0) shares.push({ item, value, similarity, contribution: value * similarity })
  }
  return shares
}

/** A cell of a sparse matrix by bisection of its row: 0 where the row has no such column. */
function similarityOf({ offsets, indices, values }: Csr, row: number, column: number): number {
  let low = offsets[row]!
  let high = offsets[row + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (indices[middle]! < column) low = middle + 1
    else high = middle
  }
  return low < offsets[row + 1]! && indices[low] === column ? values[low]! : 0
}
