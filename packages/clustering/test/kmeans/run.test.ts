import { expect, test } from 'vitest'
import { take } from '../../src/kmeans/run.js'
import { withMemory } from './in-memory.js'

test('what is taken is a copy that later runs leave alone', () => {
  const run = withMemory([[0], [1], [5]], [0.5, 5], [0, 0, 1], function* (memory) {
    yield { stage: 'test', done: 0, total: 1 }
    const taken = take(memory, { iterations: 2, converged: true }, 0.5)
    memory.centers.view().fill(9)
    memory.labels.view().fill(9)
    return taken
  })
  expect(run).toEqual({
    centroids: Float64Array.of(0.5, 5),
    labels: Int32Array.of(0, 0, 1),
    sizes: Float64Array.of(2, 1),
    inertia: 0.5,
    iterations: 2,
    converged: true,
  })
})
