import { hasShared, sharedFile } from '@clientele/testing'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test, vi } from 'vitest'
import { isQuality, mergedRows, type ResultRow } from '../../../src/merged-rows.js'
import { qualityRowsOf } from '../../../src/quality.js'
import { qualities } from '../../../src/suites/recommenders/qualities.js'

test('the results have all figures, and each is as good as the peer’s or within the tolerance', () => {
  const results = JSON.parse(readFileSync(new URL('../../../results.json', import.meta.url), 'utf8')) as ResultRow[]
  const rows = mergedRows([{ name: 'recommenders', works: {}, lines: [], qualities }], results, []).filter(isQuality)
  expect(rows).toHaveLength(qualities.flatMap(({ references }) => references).length * 2)
  expect(rows.filter(({ holds }) => !holds)).toEqual([])
})

// Ten fits of EASE would take as long as many other tests together.
const quick = qualities.filter(({ work }) => !work.startsWith('EASE'))

test.skipIf(!hasShared)(
  'lists are as good as those of other libraries, or within the tolerance',
  async () => {
    vi.stubEnv('CLIENTELE_MOVIELENS', dirname(sharedFile('data/movielens-100k/README')))
    expect(quick).toHaveLength(3)
    for (const quality of quick) {
      const rows = qualityRowsOf('recommenders', quality, await quality.measure())
      expect(rows.filter(({ holds }) => !holds)).toEqual([])
    }
  },
  60_000,
)
