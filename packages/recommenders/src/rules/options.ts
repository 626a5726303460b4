import type { Id } from '@clientele/core'

/** How many products are wanted and which may be among them: one type for every model and every combination. */
export interface RecommendOptions<P extends Id = Id> {
  /** Length of the list, at least 1; default 10. It is shorter only when fewer products are eligible. */
  readonly n?: number
  /** Whether products of the customer's own history may be recommended; default `false`. */
  readonly includeSeen?: boolean
  /** Only these products, of which at least one must be known to the model; an empty list allows none. */
  readonly among?: ItemList<P>
  /** None of these products; those the model does not know make no difference. */
  readonly exclude?: ItemList<P>
  /** Only products for which this is true. It is asked while products are selected, in any order. */
  readonly where?: (item: P) => boolean
  /** Places of the list that are kept for certain products; default none. */
  readonly quotas?: readonly Quota<P>[]
  /** How many products of one group (a category, a brand) a list may hold; by default any number. */
  readonly maxPerGroup?: GroupLimit<P>
}

/** Products by id: an array or a set. */
export type ItemList<P extends Id = Id> = readonly P[] | ReadonlySet<P>

/**
 * Places that are kept for certain products: of ten, with a share of 0.2, two.
 *
 * Quotas are served in the order in which they are given, each with its best products that are still free and that all
 * other rules allow; one product fills one place. What is left of the list goes to the best of all other products, those
 * of quotas too. Where a quota has fewer products than places, the places left over go there as well.
 */
export interface Quota<P extends Id = Id> {
  /** What products that fill the quota name as their `source`; no two quotas have the same. */
  readonly tag: string
  /** The products that the places are for, of which at least one must be known to the model; an empty list has none. */
  readonly among: ItemList<P>
  /**
   * The share of the list's places, 0 to 1; together the shares may be at most 1. Shares are rounded to whole places one
   * after the other, so that all quotas together never have more than `n`: two shares of 0.5 have 3 and 2 of 5 places.
   */
  readonly share: number
}

/** A limit on how many products of one group are in a list. */
export interface GroupLimit<P extends Id = Id> {
  /** How many, at least 1. */
  readonly max: number
  /**
   * The group of a product, as `factOf(catalog, 'category')` reads it; a product without one (`undefined`, `null`) is not
   * limited. It is asked while products are selected, in any order.
   */
  readonly group: (item: P) => Id | null | undefined
}
