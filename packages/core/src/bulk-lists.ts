import type { Id, IdIndex } from './id-index.js'
import type { Steps } from './steps.js'

/**
 * Under this symbol a model keeps how it makes the lists of many customers together. It is the same in every copy of this package.
 */
export const BULK_LISTS: unique symbol = Symbol.for('clientele bulk lists')

/** Lists of some customers, one after the other. */
export interface ListBlock {
  /** List r is the elements `offsets[r]` to `offsets[r + 1] - 1` of `items`; one more than there are lists. */
  readonly offsets: Int32Array
  /** Positions in the products of the lists, best first. */
  readonly items: Int32Array
}

/** What the lists must obey. */
export interface BulkAsked {
  /** Length of a list, at most. */
  readonly n: number
  /** Whether products that the customer has may be listed. */
  readonly includeSeen: boolean
}

/** How a model makes the lists of many customers together: the same lists as one at a time, sooner. */
export interface BulkLists<C extends Id = Id> {
  /**
   * The model's `recommend`, whose lists these are. A copy of the model that recommends in another way still has this property, and
   * is told from the model by it: {@link bulkListsOf}.
   */
  readonly recommend: unknown
  /** The products that the lists are made of. */
  readonly products: IdIndex
  /** Makes the lists of these customers, in their order, and hands them over block by block. */
  readonly steps: (customers: readonly C[], asked: BulkAsked, take: (block: ListBlock) => void) => Steps<void>
}

/**
 * How a model makes lists in bulk; `undefined` where it cannot, or where its `recommend` is not the one that the lists are of: whoever
 * copies a model and puts another `recommend` in is asked by that.
 * @example bulkListsOf({ ...model, recommend: (customer, options) => rerank(model.recommend(customer, options)) }) // undefined
 */
export function bulkListsOf<C extends Id = Id>(model: unknown): BulkLists<C> | undefined {
  const { recommend, [BULK_LISTS]: bulk } = (model ?? {}) as {
    readonly recommend?: unknown
    readonly [BULK_LISTS]?: BulkLists<C>
  }
  return bulk !== undefined && bulk.recommend === recommend ? bulk : undefined
}
