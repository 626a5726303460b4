import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { countedNeighbours } from '../../src/published/counted-neighbours.js'

/** Users 1 and 2 share items 10 and 11, user 3 shares 10 with both. */
const pairs = [[1, 10], [1, 11], [2, 10], [2, 11], [2, 12], [3, 10], [3, 12], [3, 13], [4, 14]] as const // prettier-ignore
const train = transactionsFromColumns({
  customer: pairs.map(([user]) => user),
  product: pairs.map(([, item]) => item),
  time: pairs.map(() => 0),
  amount: pairs.map(() => 1),
})

test('items come by how many neighbours have them, none that the user has, equal ones in the order of the items', () => {
  const model = countedNeighbours(train, 2)
  const of = (user: number, n = 9) => model.recommend(user, { n, includeSeen: false }).map(({ item }) => item)
  expect(of(1)).toEqual([12, 13, 14])
  expect(of(3, 1)).toEqual([11])
  expect(countedNeighbours(train, 1).recommend(1, { n: 1, includeSeen: false })).toEqual([{ item: 12 }])
})
