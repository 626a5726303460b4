import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder, type DataSet, type ShapedArray } from '../../../src/data/data-set.js'
import type { Work } from '../../../src/suite.js'
import { roundTrips, smallTasks } from '../../../src/suites/compute/dispatch.js'
import { commonUsers, inverse, residualOf } from '../../../src/suites/compute/inverse.js'
import { inlineProduct, plainLoops, pooledProduct, squares } from '../../../src/suites/compute/products.js'
import { recommend } from '../../../src/suites/compute/recommend.js'

const cache = mkdtempSync(join(tmpdir(), 'compute-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

const dataSet = (name: string, arrays: Record<string, ShapedArray>): DataSet => ({
  name,
  version: 1,
  make: () => arrays,
})

/** What a work answers on small data. */
async function answerOf(work: Work, data: readonly DataSet[]) {
  const prepared = await work(Object.fromEntries(data.map((each) => [each.name, dataFolder(cache, each)])))
  const answer = await prepared.answer(await prepared.run())
  prepared.finish?.()
  return { ...answer, units: prepared.units }
}

/** Three users, four items: user 0 has 0 and 1, user 1 has 1, user 2 has 0, 1 and 3. Item 2 is nobody's. */
const pairs = dataSet('movielens-1m-shape', {
  offsets: { values: Int32Array.of(0, 2, 3, 6), shape: [4] },
  items: { values: Int32Array.of(0, 1, 1, 0, 1, 3), shape: [6] },
})

test('the product is the same in every form', async () => {
  const data = [squares(40)]
  const { numbers } = await answerOf(plainLoops(40), data)
  expect(numbers).toHaveLength(2)
  for (const work of [inlineProduct(40), pooledProduct(40, 1), pooledProduct(40, 2)]) {
    const own = await answerOf(work, data)
    own.numbers.forEach((value, i) => expect(value).toBeCloseTo(numbers[i]!, 4))
  }
})

test('the matrix to be inverted counts common users, regularized on its diagonal', () => {
  expect([...commonUsers(pairs.make()).values]).toEqual([502, 2, 0, 1, 2, 503, 0, 1, 0, 0, 500, 0, 1, 1, 0, 501])
})

test('the inverse says how far it is from one', async () => {
  const { numbers, note } = await answerOf(inverse, [pairs])
  expect(numbers[0]).toBeCloseTo(1 / 502, 6)
  expect(note).toMatch(/^relative residual \de-1[5-9]$|^relative residual \d\.\de-1[5-9]$/)
})

test('the residual of a wrong inverse is large, that of a right one none', async () => {
  const half = { rows: 2, columns: 2, values: Float64Array.of(0.5, 0, 0, 0.5) }
  const two = { rows: 2, columns: 2, values: Float64Array.of(2, 0, 0, 2) }
  expect(await residualOf(two, half)).toBe(0)
  expect(await residualOf(two, two)).toBe(3)
})

test('the scores of the best new items are answered, best first', async () => {
  const factors = dataSet('factors-64', {
    users: { values: Float32Array.of(1, 0, 0, 1, 1, 1), shape: [3, 2] },
    items: { values: Float32Array.from({ length: 48 }, (_, i) => i), shape: [24, 2] },
  })
  const { numbers } = await answerOf(recommend, [factors, pairs])
  expect(numbers.slice(0, 10)).toEqual([46, 44, 42, 40, 38, 36, 34, 32, 30, 28])
  expect(numbers.slice(10, 20)).toEqual([47, 45, 43, 41, 39, 37, 35, 33, 31, 29])
})

test('what was seen is not among the best', async () => {
  const factors = dataSet('few-factors', {
    users: { values: Float32Array.of(1, 1, 1), shape: [3, 1] },
    items: { values: Float32Array.from({ length: 13 }, (_, i) => 13 - i), shape: [13, 1] },
  })
  const folders = { 'factors-64': dataFolder(cache, factors), 'movielens-1m-shape': dataFolder(cache, pairs) }
  const prepared = await recommend(folders)
  const { numbers } = await prepared.answer(await prepared.run())
  expect(numbers.slice(0, 10)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
})

test('every small task is done, and counted', async () => {
  expect(await answerOf(smallTasks(1000), [])).toEqual({ numbers: [], units: 1000 })
  expect(await answerOf(roundTrips(3), [])).toEqual({ numbers: [], units: 3 })
})
