import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder, type DataSet } from '../../../src/data/data-set.js'
import { normalPoints } from '../../../src/data/normal-points.js'
import type { Work } from '../../../src/suite.js'
import {
  denseOf,
  elbowOfScores,
  fromGiven,
  fromSeeding,
  mlFromGiven,
  perPart,
  tenRestarts,
} from '../../../src/suites/clustering/kmeans-works.js'

const cache = mkdtempSync(join(tmpdir(), 'clustering-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

const points = normalPoints(500, 2)

async function answerOf(work: Work, data: DataSet = points) {
  const prepared = await work({ [data.name]: dataFolder(cache, data) })
  return { ...(await prepared.answer(await prepared.run())), units: prepared.units }
}

test('both libraries come to about the same inertia from the same centroids', async () => {
  const [ours] = (await answerOf(fromGiven(points.name))).numbers
  const [theirs] = (await answerOf(mlFromGiven(points.name))).numbers
  expect(ours! / theirs!).toBeCloseTo(1, 1)
  expect(ours).toBeLessThan(500)
})

test('runs that are not compared say what they reached', async () => {
  for (const work of [fromSeeding(points.name), tenRestarts(points.name), perPart(points.name, 5)]) {
    const { numbers, note } = await answerOf(work)
    expect(numbers).toEqual([])
    expect(note).toMatch(/^inertia \d+$/)
  }
  expect((await answerOf(perPart(points.name, 5))).units).toBe(5)
})

test('the elbow is that of 49 numbers of clusters', async () => {
  const values = Float64Array.from({ length: 150 }, (_, i) => Math.sin(i))
  const few = { name: 'quartile-scores', version: 1, make: () => ({ points: { values, shape: [50, 3] } }) }
  expect((await answerOf(elbowOfScores, few)).note).toMatch(/^inertia \d+\.\d for k = 8$/)
})

test('a matrix has the shape of its array', () => {
  expect(denseOf({ values: Float64Array.of(1, 2), shape: [1, 2] })).toEqual({
    rows: 1,
    columns: 2,
    values: Float64Array.of(1, 2),
  })
})
