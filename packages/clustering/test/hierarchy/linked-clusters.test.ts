import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { linkedClusters } from '../../src/hierarchy/linked-clusters.js'
import { Pace } from '../../src/pace.js'
import { randomRows } from '../points.js'
import { apartBy } from './agglomerate.js'

test.each(['average', 'complete'] as const)('distances after merges are those of %s linkage', (method) => {
  const rows = randomRows(1, 9, 3)
  const values = Float64Array.from(rows.flat())
  const clusters = run(linkedClusters(values, 3, new Float64Array(9).fill(1), method === 'complete', new Pace()))
  const all = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8)
  clusters.merge(1, 7, all, 9)
  clusters.merge(0, 8, all, 9)
  clusters.merge(1, 4, all, 9)
  clusters.merge(0, 1, all, 9)
  const merged = [0, 8, 1, 7, 4].map((row) => rows[row]!)
  const into = new Float64Array(5)
  clusters.distances(0, Int32Array.of(0, 2, 3, 5, 6), 5, into)
  const expected = [2, 3, 5, 6].map((row) => apartBy[method](merged, [rows[row]!]))
  expected.forEach((height, i) => expect(into[i + 1]).toBeCloseTo(height, 12))
  const back = new Float64Array(1)
  clusters.distances(5, Int32Array.of(0), 1, back)
  expect(back[0]).toBe(into[3])
})
