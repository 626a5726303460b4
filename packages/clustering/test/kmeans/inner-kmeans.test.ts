import { localEngine } from '@clientele/compute'
import { run, type Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans } from '../../src/index.js'
import { innerKmeans } from '../../src/kmeans/inner-kmeans.js'
import { weightedPoints } from '../../src/weighted-points.js'
import { randomRows } from '../points.js'

const progress = { stage: 'example', done: 3, total: 9 }

test('is what k-means finds, by default with a single restart', () => {
  const rows = randomRows(1, 60, 2)
  const { labels, inertia, sizes } = run(
    innerKmeans('test', localEngine(), weightedPoints('test', rows, undefined), 7, { seed: 'seed' }, progress),
  )
  const alone = kmeans(rows, 7, { seed: 'seed', restarts: 1 })
  expect(inertia).toBe(alone.inertia)
  expect(sizes.toSorted()).toEqual(alone.sizes.toSorted())
  const pairs = new Set(Array.from(labels, (label, row) => `${label} ${alone.labels[row]}`))
  expect(pairs.size).toBe(7)
})

test('reports the progress of whoever asked', () => {
  const points = weightedPoints('test', randomRows(2, 30, 2), undefined)
  const seen: Progress[] = []
  for (const step of innerKmeans('test', localEngine(), points, 3, { seed: 1 }, progress))
    if ('done' in step) seen.push(step)
  expect(seen).toEqual([progress])
})
