import { hasShared, sharedFile } from '@clientele/testing'
import { dirname } from 'node:path'
import { expect, test, vi } from 'vitest'
import { qualityRowsOf } from '../../../src/quality.js'
import { qualities } from '../../../src/suites/recommenders/qualities.js'

test.skipIf(!hasShared)(
  'lists are as good as those of other libraries, or within the tolerance',
  async () => {
    vi.stubEnv('CLIENTELE_MOVIELENS', dirname(sharedFile('data/movielens-100k/README')))
    for (const quality of qualities) {
      const rows = qualityRowsOf('recommenders', quality, await quality.measure())
      expect(rows.length).toBeGreaterThan(1)
      expect(rows.filter(({ holds }) => !holds)).toEqual([])
    }
  },
  60_000,
)
