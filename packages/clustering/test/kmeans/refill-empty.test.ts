import { expect, test } from 'vitest'
import { refillEmpty } from '../../src/kmeans/refill-empty.js'
import { withMemory } from './in-memory.js'

const points = [[0], [1], [5], [20]]

/** What refilling makes of a state. */
function refilled(centers: number[], labels: number[]) {
  return withMemory(points, centers, labels, function* (memory) {
    const refilled = yield* refillEmpty(memory)
    return { refilled, centers: Array.from(memory.centers.view()), labels: Array.from(memory.labels.view()) }
  })
}

test('an empty cluster takes the farthest point of a cluster that keeps another', () => {
  // The point at 20 is farther, but alone in its cluster.
  expect(refilled([0, 9, 30], [0, 0, 0, 2])).toEqual({ refilled: true, centers: [0, 5, 30], labels: [0, 0, 1, 2] })
})

test('every empty cluster gets a point, the farthest first', () => {
  expect(refilled([0, 0, 0], [0, 0, 0, 0])).toEqual({ refilled: true, centers: [0, 20, 5], labels: [0, 0, 2, 1] })
})

test('of equally far points the first goes', () => {
  expect(refilled([3, 9], [0, 0, 0, 0]).labels).toEqual([0, 0, 0, 1])
  expect(refilled([10, 9], [0, 0, 0, 0]).labels).toEqual([1, 0, 0, 0])
})

test('nothing happens when no cluster is empty', () => {
  expect(refilled([0, 20], [0, 0, 0, 1])).toEqual({ refilled: false, centers: [0, 20], labels: [0, 0, 0, 1] })
})
