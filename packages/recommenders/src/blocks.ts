import { positionOf, type Id, type IdIndex } from '@clientele/core'
import type { Recommendation } from './recommender.js'

/**
 * The lists of some customers as flat arrays: the list of the block's r-th customer is the elements `offsets[r]` to
 * `offsets[r + 1] - 1` of `items`, `scores` and `sources`. Plain data: survives `structuredClone` and `postMessage`.
 */
export interface RecommendationBlock {
  /** Number of the block's first customer among all that were asked for. */
  readonly start: number
  /** One more than the block has customers. */
  readonly offsets: Int32Array
  /** Positions in the recommender's `products`, best first. */
  readonly items: Int32Array
  /** The score of each, as `recommend` gives it. */
  readonly scores: Float64Array
  /** Where each comes from: positions in `sourceNames`. */
  readonly sources: Uint8Array
  /** What `source` of a recommendation would say. */
  readonly sourceNames: readonly string[]
}

/** Customers per block: some kilobytes of answers, some milliseconds of work. */
const BLOCK = 256

/** The lists of many customers, made and yielded a block at a time. */
export function* recommendationBlocks<C extends Id, P extends Id>(
  customers: readonly C[],
  products: IdIndex<P>,
  listOf: (customer: C) => readonly Recommendation<P>[],
): Generator<RecommendationBlock, void, void> {
  for (let start = 0; start < customers.length; start += BLOCK) {
    const lists = customers.slice(start, start + BLOCK).map(listOf)
    yield { start, ...flatten(lists, products) }
  }
}

function flatten<P extends Id>(
  lists: readonly (readonly Recommendation<P>[])[],
  products: IdIndex<P>,
): Omit<RecommendationBlock, 'start'> {
  const offsets = new Int32Array(lists.length + 1)
  lists.forEach((list, r) => (offsets[r + 1] = offsets[r]! + list.length))
  const all = lists.flat()
  const sourceNames = [...new Set(all.map(({ source }) => source))]
  return {
    offsets,
    items: Int32Array.from(all, ({ item }) => positionOf(products, item)),
    scores: Float64Array.from(all, ({ score }) => score),
    sources: Uint8Array.from(all, ({ source }) => sourceNames.indexOf(source)),
    sourceNames,
  }
}
