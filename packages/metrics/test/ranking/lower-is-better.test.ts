import { expect, test } from 'vitest'
import { isLowerBetter } from '../../src/ranking/lower-is-better.js'

test('ranks, popularity and errors are better when lower', () => {
  expect(['ndcg', 'coverage', 'averageRank', 'averagePopularity', 'rmse'].map(isLowerBetter)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
})
