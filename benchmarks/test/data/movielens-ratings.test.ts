import { dirname } from 'node:path'
import { hasShared, sharedFile } from '@clientele/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { movieLensRatings } from '../../src/data/movielens-ratings.js'

afterEach(() => vi.unstubAllEnvs())

test.skipIf(!hasShared)('holds the first fold, with the ids that users and items have in the files', () => {
  vi.stubEnv('CLIENTELE_MOVIELENS', dirname(sharedFile('data/movielens-100k/u1.base.gz')))
  const { user, item, rating, testUser, testItem } = movieLensRatings.make()
  expect([user!.shape, testUser!.shape]).toEqual([[80_000], [20_000]])
  const first = [user, item, rating, testUser, testItem].map((column) => column!.values[0])
  expect(first).toEqual([1, 1, 5, 1, 6])
  expect([user!.values[79_999], item!.values[79_999], rating!.values[79_999]]).toEqual([943, 1330, 3])
})
