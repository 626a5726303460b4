import { csrFromTriplets, idIndex, type Interactions } from '@clientele/core'
import { fitUserRatingKnn } from '@clientele/recommenders'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'

/** Learning from 80,000 ratings and foreseeing 20,000, one after the other. Answers those, not cut to the scale. */
export const foresee: Work = (folders) => {
  const data = readData(folders['movielens-100k-u1']!)
  const column = (name: string) => data[name]!.values
  const [users, items] = [column('user').map((id) => id - 1), column('item').map((id) => id - 1)]
  const ids = (length: number) => idIndex(Array.from({ length }, (_, i) => i + 1))
  const ratings: Interactions<number, number> = {
    customers: ids(943),
    products: ids(1682),
    matrix: csrFromTriplets(users, items, column('rating'), 943, 1682),
  }
  const [testUsers, testItems] = [column('testUser'), column('testItem')]
  return {
    run() {
      const { score } = fitUserRatingKnn(ratings)
      return Array.from(testUsers, (user, i) => score(user, testItems[i]!)!)
    },
    answer: (numbers: number[]) => ({ numbers }),
  }
}
