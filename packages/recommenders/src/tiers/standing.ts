import type { Id } from '@clientele/core'
import type { FastMaker } from '../bulk/blocks.js'
import type { Explanation, FallbackReason } from '../explanations/explanation.js'
import type { HistoryItem } from '../recommender.js'

/**
 * One voice in what a recommender says of somebody. A model has one tier; a fallback adds its own behind those of the model that
 * it fills up: a product belongs to the first tier that would recommend it.
 *
 * Products are positions in the recommender's `products`.
 */
export interface Tier<P extends Id = Id> {
  /** What recommendations name as their source. */
  readonly source: string
  /** Only products that score above this are recommended. */
  readonly above: number
  /** Writes the score of every product over whatever `into` holds; -Infinity for a product that the tier does not know. */
  readonly scoreAll: (into: Float64Array) => void
  /** The score of one product, the same bits as `scoreAll` gives. */
  readonly scoreOne: (position: number) => number
  /** What the score of one product is made of. */
  readonly explain: (position: number) => Pick<Explanation<P>, 'parts' | 'cannotExplain'>
  /** Why a product that belongs to this tier does not belong to an earlier one; absent where no tier is filled up. */
  readonly instead?: (position: number) => FallbackReason
}

/** All that a recommender can say of somebody. */
export interface Standing<P extends Id = Id> {
  /** Positions of the products of their history. */
  readonly seen: Int32Array
  /** Who speaks, the first to be heard in front. */
  readonly tiers: readonly Tier<P>[]
}

/** Where a recommender's standings come from; combinations are made of them. */
export interface Standings<C extends Id = Id, P extends Id = Id> {
  /** The standing of a customer; `undefined` when nothing can be said of them. */
  readonly ofCustomer: (customer: C) => Standing<P> | undefined
  /** The standing of somebody with a history. `fn` is named in errors. */
  readonly ofHistory: (fn: string, history: readonly HistoryItem<P>[]) => Standing<P>
  /** How the lists of many customers are made sooner than from their standings. */
  readonly maker?: FastMaker<C> | undefined
}
