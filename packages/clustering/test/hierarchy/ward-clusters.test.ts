import { expect, test } from 'vitest'
import { wardClusters } from '../../src/hierarchy/ward-clusters.js'
import { inertiaOf } from '../points.js'

test('the height of a merge is the root of twice what it adds to the inertia', () => {
  const rows = [
    [0, 0],
    [2, 1],
    [7, 3],
    [6, 5],
    [9, 9],
  ]
  const clusters = wardClusters(Float64Array.from(rows.flat()), 2, new Float64Array(5).fill(1))
  const all = Int32Array.of(0, 1, 2, 3, 4)
  clusters.merge(0, 1, all, 5)
  clusters.merge(2, 3, all, 5)
  clusters.merge(2, 4, all, 5)
  const into = new Float64Array(1)
  clusters.distances(0, Int32Array.of(2), 1, into)
  const added = inertiaOf(rows, [0, 0, 0, 0, 0], 1) - inertiaOf(rows, [0, 0, 1, 1, 1], 2)
  expect(clusters.heightOf(into[0]!)).toBeCloseTo(Math.sqrt(2 * added), 12)
})

test('a point of weight 3 is three points', () => {
  const weighted = wardClusters(Float64Array.of(0, 4, 5), 1, Float64Array.of(3, 1, 2))
  const into = new Float64Array(2)
  weighted.distances(0, Int32Array.of(1, 2), 2, into)
  // 2 × 3 × 1 / 4 × 16 and 2 × 3 × 2 / 5 × 25
  expect(into).toEqual(Float64Array.of(24, 60))
})
