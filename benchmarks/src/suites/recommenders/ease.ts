import { fitEaseAsync } from '@clientele/recommenders'
import type { Work } from '../../suite.js'
import { pairsOf } from './pairs-of.js'

type Model = Awaited<ReturnType<typeof fitEaseAsync<number, number>>>

/** Customers whose scores are compared. */
const ASKED = 20

/** The weights of all pairs of products, on two workers. Answers all scores of the first customers. */
export const fitEase: Work = (folders) => {
  const interactions = pairsOf(folders['movielens-1m-shape']!)
  return {
    run: () => fitEaseAsync(interactions, { regularization: 300, workers: 2 }),
    answer: ({ customers, scoreAll }: Model) => ({
      numbers: customers.ids.slice(0, ASKED).flatMap((customer) => Array.from(scoreAll(customer)!)),
    }),
  }
}
