import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { normalPoints } from '../../../src/data/normal-points.js'
import type { Work } from '../../../src/suite.js'
import {
  densities,
  linkageTree,
  miniBatches,
  mixture,
  wardTree,
} from '../../../src/suites/clustering/clusterers-works.js'

const cache = mkdtempSync(join(tmpdir(), 'clusterers-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

const points = normalPoints(300, 2)

async function answerOf(work: Work) {
  const prepared = await work({ [points.name]: dataFolder(cache, points) })
  return prepared.answer(await prepared.run())
}

test('trees are compared by their last twenty heights', async () => {
  for (const work of [wardTree(points.name), linkageTree(points.name, 'average')]) {
    const { numbers } = await answerOf(work)
    expect(numbers).toHaveLength(20)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  }
})

test('densities are compared by the numbers of clusters, of noise and of cores', async () => {
  const { numbers, note } = await answerOf(densities(points.name, 0.3))
  expect(numbers[1]! + numbers[2]!).toBeLessThanOrEqual(300)
  expect(note).toBe(`${numbers[0]} clusters`)
})

test('works that draw are not compared, and say what they reached', async () => {
  expect(await answerOf(mixture(points.name))).toEqual({
    numbers: [],
    note: expect.stringMatching(/^log-likelihood -\d+$/),
  })
  expect(await answerOf(miniBatches(points.name))).toEqual({
    numbers: [],
    note: expect.stringMatching(/^inertia \d+$/),
  })
})
