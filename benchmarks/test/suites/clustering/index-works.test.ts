import { calinskiHarabasz, daviesBouldin, silhouette } from '@clientele/clustering'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { labelledPoints } from '../../../src/data/labelled-points.js'
import type { Work } from '../../../src/suite.js'
import { exactSilhouette, indicesOfMeans } from '../../../src/suites/clustering/index-works.js'
import { denseOf } from '../../../src/suites/clustering/kmeans-works.js'

const cache = mkdtempSync(join(tmpdir(), 'index-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

const data = labelledPoints(300, 2)
const { points, labels } = data.make()

async function numbersOf(work: Work) {
  const prepared = await work({ [data.name]: dataFolder(cache, data) })
  return (await prepared.answer(await prepared.run())).numbers
}

test('the mean silhouette is compared', async () => {
  expect(await numbersOf(exactSilhouette(data.name))).toEqual([silhouette(denseOf(points!), labels!.values).mean])
})

test('both indices of means are compared', async () => {
  expect(await numbersOf(indicesOfMeans(data.name))).toEqual([
    calinskiHarabasz(denseOf(points!), labels!.values),
    daviesBouldin(denseOf(points!), labels!.values),
  ])
})
