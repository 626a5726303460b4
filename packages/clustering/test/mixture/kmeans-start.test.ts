import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeansStart } from '../../src/mixture/kmeans-start.js'
import { Pace } from '../../src/pace.js'
import { weightedPoints } from '../../src/weighted-points.js'

test('points are grouped by one run of k-means, another for another seed', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [Math.sin(i * i), Math.cos(3 * i)])
  const points = weightedPoints('test', rows, undefined)
  const progress = { stage: 'mixture', done: 0, total: 1 }
  const starts = [1, 1, 2].map((seed) => run(kmeansStart(points, 7, seed, new Pace(), progress)))
  expect(new Set(starts[0]).size).toBe(7)
  expect(starts[1]).toEqual(starts[0])
  expect(starts[2]).not.toEqual(starts[0])
})
