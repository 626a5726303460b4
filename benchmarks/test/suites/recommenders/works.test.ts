import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import type { Work } from '../../../src/suite.js'
import { fitEase } from '../../../src/suites/recommenders/ease.js'
import { fit, recommendToAll, recommendToOne } from '../../../src/suites/recommenders/item-knn.js'
import { pairsOf } from '../../../src/suites/recommenders/pairs-of.js'
import { foresee } from '../../../src/suites/recommenders/rating-knn.js'

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

/** Users 1 and 2 rate item 1 alike, and 2 rates item 2 too. */
const ratings = dataFolder(cache, {
  name: 'movielens-100k-u1',
  version: 1,
  make: () => ({
    user: { values: Int32Array.of(1, 2, 2), shape: [3] },
    item: { values: Int32Array.of(1, 1, 2), shape: [3] },
    rating: { values: Float64Array.of(4, 4, 1), shape: [3] },
    testUser: { values: Int32Array.of(1, 3), shape: [2] },
    testItem: { values: Int32Array.of(2, 1000), shape: [2] },
  }),
})

async function answerOf(work: Work) {
  const prepared = await work({ 'movielens-1m-shape': pairs, 'movielens-100k-u1': ratings })
  return prepared.answer(await prepared.run())
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

test('of single calls the median, or another share, is what is reported', async () => {
  const median = await recommendToOne(0.5)({ 'movielens-1m-shape': pairs })
  const slowest = await recommendToOne(0.99)({ 'movielens-1m-shape': pairs })
  const times = Float64Array.of(1, 2, 4)
  expect([median.secondsOf!(times), slowest.secondsOf!(times)]).toEqual([0.002, 0.004])
  const own = (await median.run()) as Float64Array
  expect(own).toHaveLength(3)
  expect([...own]).toEqual([...own].sort((a, b) => a - b))
})

test('EASE answers the scores of all products for the first users', async () => {
  const { numbers } = await answerOf(fitEase)
  expect(numbers).toHaveLength(12)
  // next to 300, weights are how many users two items share, ÷ 300
  const expected = [2, 2, 0, 2, 2, 0, 0, 1, 3, 3, 0, 2]
  numbers.forEach((value, i) => expect(Math.abs(300 * value - expected[i]!)).toBeLessThan(0.05))
})

test('foreseeing answers ratings; nobody’s is the mean of all', async () => {
  const { numbers } = await answerOf(foresee)
  expect(numbers[0]).toBeGreaterThan(1)
  expect(numbers[0]).toBeLessThan(3)
  expect(numbers[1]).toBe(3)
})
