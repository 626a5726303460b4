import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import type { Work } from '../../../src/suite.js'
import { intervals, means } from '../../../src/suites/metrics/ranking.js'

const cache = mkdtempSync(join(tmpdir(), 'ranking-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

/** Two users: one hit at the second of two places, of one relevant item; no hit, of two. */
const data = {
  name: 'movielens-1m-lists',
  version: 1,
  make: () => ({
    lists: { values: Int32Array.of(4, 1, 2, 3), shape: [2, 2] },
    relevantOffsets: { values: Int32Array.of(0, 1, 3), shape: [3] },
    relevant: { values: Int32Array.of(1, 0, 4), shape: [3] },
  }),
}

async function answerOf(work: Work) {
  const prepared = await work({ [data.name]: dataFolder(cache, data) })
  return prepared.answer(await prepared.run())
}

test('the six means are those of the lists, by the definitions of RecTools', async () => {
  const ideal = Array.from({ length: 10 }, (_, place) => 1 / Math.log2(place + 2)).reduce((sum, each) => sum + each)
  const { numbers } = await answerOf(means)
  const expected = [0.1 / 2, 1 / 2, 1 / 2, 0.5 / 2, 0.5 / 2, 1 / Math.log2(3) / ideal / 2]
  expected.forEach((value, i) => expect(numbers[i]).toBeCloseTo(value, 12))
  expect(numbers).toHaveLength(6)
})

test('with intervals the means are the same, and one interval is told', async () => {
  const { numbers, note } = await answerOf(intervals)
  expect(numbers).toEqual((await answerOf(means)).numbers)
  expect(note).toMatch(/^ndcg 0\.0694, 0\.0000, 0\.1389$/)
})
