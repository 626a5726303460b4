import { run, type Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { neighborChain, type MergingClusters } from '../../src/hierarchy/neighbor-chain.js'
import { Pace } from '../../src/pace.js'

/** Clusters on a line that stay at the place of their first point. */
function onLine(places: number[], merged: [number, number][] = []): MergingClusters {
  return {
    cost: 1,
    heightOf: (distance) => distance / 2,
    distances(from, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = Math.abs(places[from]! - places[others[i]!]!)
    },
    merge: (into, gone) => void merged.push([into, gone]),
  }
}

test('goes from neighbour to neighbour and merges those that are each other’s nearest', () => {
  // 0 → 5 → 8 → 9 and 8 merge, then 5 and 8, then 0 and 5: always the lower number stays.
  const merged: [number, number][] = []
  const links = run(neighborChain(4, onLine([0, 5, 8, 9], merged), new Pace()))
  expect(merged).toEqual([
    [2, 3],
    [1, 2],
    [0, 1],
  ])
  expect(links).toEqual({
    left: Int32Array.of(2, 1, 0),
    right: Int32Array.of(3, 2, 1),
    heights: Float64Array.of(0.5, 1.5, 2.5),
  })
})

test('of equally near clusters the one before in the chain is taken, so that the chain ends', () => {
  const { heights } = run(neighborChain(6, onLine([0, 1, 2, 3, 4, 5]), new Pace()))
  expect(heights.length).toBe(5)
})

test('a merged cluster that comes out nearer than it can be, by a rounding, does not lead in circles', () => {
  // From 0 to 1 is 3, from 1 to 2 is 2, from 2 to 3 is 1; once 2 and 3 are merged they are 1.5 from 0.
  const distances: Record<string, number> = { '0 1': 3, '1 2': 2, '2 3': 1, '0 2': 4, '0 3': 5, '1 3': 6 }
  const clusters: MergingClusters = {
    cost: 1,
    heightOf: (distance) => distance,
    distances(from, others, count, into) {
      for (let i = 0; i < count; i++) into[i] = distances[[from, others[i]!].sort().join(' ')] ?? 0
    },
    merge: () => (distances['0 2'] = 1.5),
  }
  const { left, right } = run(neighborChain(4, clusters, new Pace()))
  expect(Array.from(left)).toEqual([2, 0, 0])
  expect(Array.from(right)).toEqual([3, 2, 1])
})

test('reports how many merges are done, up to all of them', () => {
  const seen: Progress[] = []
  const places = Array.from({ length: 2000 }, (_, i) => (i * 7919) % 2003)
  for (const step of neighborChain(2000, onLine(places), new Pace())) if ('done' in step) seen.push(step)
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.at(-1)).toEqual({ stage: 'merging', done: 1999, total: 1999 })
})
