import { checkInteger, positionOf, type Csr, type Id, type Interactions } from '@clientele/core'
import { csrArrays } from '../model-state.js'
import { profileOf, profileOfRow, type Profile } from '../profile.js'
import type { HistoryItem, Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'
import { sumsScorer } from '../sums-scorer.js'
import { bestOfList } from './best-of-list.js'
import { comparedRows, type ComparedRows } from './compared-rows.js'
import { comparisonOf } from './comparison.js'
import { givenSimilarity, type SimilarityOptions } from './similarity-options.js'
import { similarToRow } from './similar-to-row.js'

/** A customer and how similar their history is to the one asked for. */
export interface SimilarUser<C extends Id = Id> {
  /** The similar customer's id. */
  readonly customer: C
  /** How similar, above 0; 1 for equal histories, where the similarity is a cosine. */
  readonly similarity: number
}

/** A recommender that also knows which customers are alike. */
export interface UserRecommender<C extends Id = Id, P extends Id = Id> extends Recommender<C, P> {
  /**
   * The customers most similar to one, the most similar first, without the customer; equal similarities rank by the lower index.
   * At most the `neighbors` that were kept; `[]` for an unknown customer.
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
 * The recommender of customers' neighbour lists.
 * @param neighbours customers × customers, similarities above 0; row i holds the neighbours of customer i, often i itself
 * @param options what the model was fitted with
 */
export function userModel<C extends Id, P extends Id>(
  interactions: Interactions<C, P>,
  neighbours: Csr,
  options: Required<SimilarityOptions>,
): UserRecommender<C, P> {
  const { customers, products, matrix } = interactions
  let compared: ComparedRows | undefined
  const neighboursOf = (profile: Profile): Profile => {
    if (profile.row !== undefined) return profileOfRow(neighbours, profile.row)
    compared ??= comparedCustomers('fitUserKnn', interactions, options)
    return similarToRow(compared, profile)
  }
  const scorer = sumsScorer<P>(
    { rows: matrix, termsOf: neighboursOf },
    ({ row, factor, cell, contribution }) => ({
      kind: 'neighbour',
      customer: customers.ids[row]!,
      value: cell,
      similarity: factor,
      contribution,
    }),
    () => ({ options: { ...givenSimilarity(options) }, arrays: csrArrays('neighbours', neighbours) }),
  )
  const best = (fn: string, profile: Profile, n: number): SimilarUser<C>[] => {
    checkInteger(fn, 'n', n, { min: 1 })
    const others = withoutRow(neighboursOf(profile), profile.row)
    return bestOfList(others, Math.min(n, options.neighbors)).map(({ item, value }) => ({
      customer: customers.ids[item]!,
      similarity: value,
    }))
  }
  return {
    ...scoredModel('user-knn', interactions, scorer),
    similarUsers(customer, { n = 10 } = {}) {
      const row = positionOf(customers, customer)
      return row < 0 ? best('similarUsers', NOBODY, n) : best('similarUsers', profileOfRow(matrix, row), n)
    },
    similarUsersFor: (history, { n = 10 } = {}) =>
      best('similarUsersFor', profileOf('similarUsersFor', history, products), n),
  }
}

/** Customers made ready to be compared. Of each one neighbour more is kept than asked for: the customer is one of them. */
export function comparedCustomers(
  fn: string,
  { matrix }: Interactions,
  options: Required<SimilarityOptions>,
): ComparedRows {
  return comparedRows(matrix, comparisonOf(fn, matrix, options), { ...options, neighbors: options.neighbors + 1 })
}

const NOBODY: Profile = { items: new Int32Array(0), values: new Float64Array(0) }

function withoutRow({ items, values }: Profile, row: number | undefined): Profile {
  return { items: items.filter((item) => item !== row), values: values.filter((_, i) => items[i] !== row) }
}
