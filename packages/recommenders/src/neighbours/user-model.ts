import type { Csr, Id, Interactions } from '@clientele/core'
import { csrArrays } from '../files/model-state.js'
import { profileOfRow, type Profile } from '../profile.js'
import type { Recommender } from '../recommender.js'
import { scoredModel } from '../scored-model.js'
import { sumsScorer } from '../sums/sums-scorer.js'
import { comparedRows, type ComparedRows } from './compared-rows.js'
import { comparisonOf } from './comparison.js'
import { similarToRow } from './similar-to-row.js'
import { similarUsersOf, type SimilarUsers } from './similar-users.js'
import { givenSimilarity, type SimilarityOptions } from './similarity-options.js'

/** A recommender that also knows which customers are alike. */
export type UserRecommender<C extends Id = Id, P extends Id = Id> = Recommender<C, P> & SimilarUsers<C, P>

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
  const { customers, matrix } = interactions
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
  return {
    ...scoredModel('user-knn', interactions, scorer),
    ...similarUsersOf(interactions, neighboursOf, options.neighbors),
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
