import { checkInteger, positionOf, type Id, type Interactions } from '@clientele/core'
import { profileOf, profileOfRow, type Profile } from '../profile.js'
import type { HistoryItem } from '../recommender.js'
import { bestOfList } from './best-of-list.js'

/** A customer and how similar their history is to the one asked for. */
export interface SimilarUser<C extends Id = Id> {
  /** The similar customer's id. */
  readonly customer: C
  /** How similar, above 0; 1 for equal histories, where the similarity is a cosine. */
  readonly similarity: number
}

/** What a model of customers' neighbours knows of who are alike. */
export interface SimilarUsers<C extends Id = Id, P extends Id = Id> {
  /**
   * The customers most similar to one, the most similar first, without the customer; equal similarities rank by the lower index.
   * At most those that were kept; `[]` for an unknown customer.
   * @param options.n length of the list, default 10
   * @throws RangeError when `n` is not an integer of at least 1
   */
  similarUsers(customer: C, options?: { readonly n?: number }): SimilarUser<C>[]

  /**
   * The customers whose histories are most like this one, the most similar first.
   * @param options.n length of the list, default 10
   * @throws RangeError or TypeError when `n` or the history is not as it should be
   */
  similarUsersFor(history: readonly HistoryItem<P>[], options?: { readonly n?: number }): SimilarUser<C>[]
}

/**
 * The methods over what is known of the neighbours of a history.
 * @param neighboursOf the positions of similar customers, ascending, with similarities above 0
 * @param most the most that are told
 */
export function similarUsersOf<C extends Id, P extends Id>(
  { customers, products, matrix }: Interactions<C, P>,
  neighboursOf: (profile: Profile) => Profile,
  most = Infinity,
): SimilarUsers<C, P> {
  const best = (fn: string, profile: Profile, n: number): SimilarUser<C>[] => {
    checkInteger(fn, 'n', n, { min: 1 })
    const others = withoutRow(neighboursOf(profile), profile.row)
    return bestOfList(others, Math.min(n, most)).map(({ item, value }) => ({
      customer: customers.ids[item]!,
      similarity: value,
    }))
  }
  return {
    similarUsers(customer, { n = 10 } = {}) {
      const row = positionOf(customers, customer)
      return row < 0 ? best('similarUsers', NOBODY, n) : best('similarUsers', profileOfRow(matrix, row), n)
    },
    similarUsersFor: (history, { n = 10 } = {}) =>
      best('similarUsersFor', profileOf('similarUsersFor', history, products), n),
  }
}

const NOBODY: Profile = { items: new Int32Array(0), values: new Float64Array(0) }

function withoutRow({ items, values }: Profile, row: number | undefined): Profile {
  return { items: items.filter((item) => item !== row), values: values.filter((_, i) => items[i] !== row) }
}
