import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import type { Work } from '../../../src/suite.js'
import { fit, recommendToAll, recommendToOne } from '../../../src/suites/recommenders/item-knn.js'
import { pairsOf } from '../../../src/suites/recommenders/pairs-of.js'

const cache = mkdtempSync(join(tmpdir(), 'recommender-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

/** Three users, four items: user 0 has 0 and 1, user 1 has 1, user 2 has 0, 1 and 3. Item 2 is nobody's. */
const pairs = dataFolder(cache, {
  name: 'movielens-1m-shape',
  version: 1,
  make: () => ({
    offsets: { values: Int32Array.of(0, 2, 3, 6), shape: [4] },
    items: { values: Int32Array.of(0, 1, 1, 0, 1, 3), shape: [6] },
  }),
})

async function answerOf(work: Work) {
  const prepared = await work({ 'movielens-1m-shape': pairs })
  return { ...(await prepared.answer(await prepared.run())), units: prepared.units }
}

test('pairs become interactions of numbered customers and products', () => {
  const { customers, products, matrix } = pairsOf(pairs)
  expect([customers.ids, products.ids]).toEqual([
    [0, 1, 2],
    [0, 1, 2, 3],
  ])
  expect(Array.from(matrix.values)).toEqual([1, 1, 1, 1, 1, 1])
})

test('the fit answers how alike the neighbours of each product are', async () => {
  const { numbers } = await answerOf(fit)
  const [a, b, c] = [2 / Math.sqrt(6), 1 / Math.sqrt(2), 1 / Math.sqrt(3)]
  const expected = [a + b, a + c, 0, b + c]
  numbers.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12))
})

test('lists to all answer the mean score of each', async () => {
  const { numbers } = await answerOf(recommendToAll)
  const [a, b, c] = [2 / Math.sqrt(6), 1 / Math.sqrt(2), 1 / Math.sqrt(3)]
  const expected = [b + c, (a + c) / 2, 0]
  numbers.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12))
})

test('single calls are timed one by one', async () => {
  const { numbers, note, units } = await answerOf(recommendToOne)
  expect([numbers, units]).toEqual([[], 3])
  expect(note).toMatch(/^single calls p50 \d+ µs, p99 \d+ µs$/)
})
