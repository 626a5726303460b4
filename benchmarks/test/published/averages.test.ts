import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { userAverage } from '../../src/published/averages.js'

test('a user’s ratings are averaged, and all ratings for a user without any', () => {
  const predict = userAverage(
    transactionsFromColumns({ customer: [7, 7, 9], product: [1, 2, 1], amount: [5, 2, 1], time: [0, 0, 0] }),
  )
  expect([predict(7, 3), predict(9, 3), predict(8, 1)]).toEqual([3.5, 1, 8 / 3])
})
