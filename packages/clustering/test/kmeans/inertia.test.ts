import { expect, test } from 'vitest'
import { inertiaOf, ownDistances } from '../../src/kmeans/inertia.js'
import { lloydMemory } from '../../src/kmeans/lloyd-memory.js'
import { withRows } from './in-memory.js'

test('each row has its distance to its own center, and the inertia weighs them', () => {
  const found = withRows(
    [
      [0, 0],
      [3, 4],
      [6, 0],
    ],
    [1, 2, 0.5],
    function* (points) {
      // prettier-ignore
      const memory = yield* lloydMemory(points.engine.arena.scope(), points, 2)
      memory.centers.view().set([0, 0, 6, 1])
      memory.labels.view().set([0, 0, 1])
      yield* ownDistances(memory)
      return { distances: Array.from(memory.distances.view()), inertia: yield* inertiaOf(memory) }
    },
  )
  expect(found).toEqual({ distances: [0, 25, 1], inertia: 50.5 })
})
