import { expect, test } from 'vitest'
import { countsOf, hasEmpty, massesOf } from '../../src/kmeans/cluster-totals.js'
import { withMemory } from './in-memory.js'

test('numbers and weights of rows are added over the sums of all blocks', () => {
  const totals = withMemory([[0], [1], [5], [20]], [0, 0, 0], [0, 2, 2, 2], function* (memory) {
    yield { stage: 'test', done: 0, total: 1 }
    // Another block: 7 rows of weight 2.5 in cluster 1.
    const sums = memory.engine.arena.scope().copy(Float64Array.of(...memory.sums.view(), 0, 0, 0, 9, 2.5, 7, 0, 0, 0))
    return { counts: countsOf({ ...memory, sums }), masses: massesOf({ ...memory, sums }) }
  })
  expect(totals).toEqual({ counts: Float64Array.of(1, 7, 3), masses: Float64Array.of(1, 2.5, 3) })
})

test('a cluster is empty when no block has rows of it', () => {
  const empty = withMemory([[0], [1], [5]], [0, 2, 2], [0, 2, 2], function* (memory) {
    yield { stage: 'test', done: 0, total: 1 }
    const scope = memory.engine.arena.scope()
    const later = (count: number) => scope.copy(Float64Array.of(...memory.sums.view(), 0, 0, 0, 9, 2.5, count, 0, 0, 0))
    return [memory.sums, later(0), later(7)].map((sums) => hasEmpty({ ...memory, sums }))
  })
  expect(empty).toEqual([true, true, false])
})
