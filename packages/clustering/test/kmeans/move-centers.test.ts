import { expect, test } from 'vitest'
import { moveCenters } from '../../src/kmeans/move-centers.js'
import { withMemory } from './in-memory.js'

test('centers move to the means of their rows, and limits come nearer by their own and the longest other move', () => {
  const rows = [
    [0, 0],
    [4, 0],
    [10, 3],
  ]
  const state = withMemory(rows, [0, 0, 10, 0, 50, 50], [0, 0, 1], function* (memory) {
    yield { stage: 'test', done: 0, total: 1 }
    memory.drops.view().set([1, 1, 1])
    return {
      moved: moveCenters(memory),
      centers: Array.from(memory.centers.view()),
      drops: Array.from(memory.drops.view()),
    }
  })
  // The first moves by 2, the second by 3, the third has no rows and stays.
  expect(state.moved).toBe(13)
  expect(state.centers).toEqual([2, 0, 10, 3, 50, 50])
  ;[1 + 2 + 3, 1 + 3 + 2, 1 + 0 + 3].forEach((drop, center) => {
    expect(state.drops[center]).toBeGreaterThanOrEqual(drop)
    expect(state.drops[center]).toBeLessThan(drop + 1e-10)
  })
})
