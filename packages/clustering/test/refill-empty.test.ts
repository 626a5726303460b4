import { expect, test } from 'vitest'
import { refillEmpty } from '../src/refill-empty.js'
import { weightedPoints } from '../src/weighted-points.js'

const points = weightedPoints('test', [[0], [1], [5], [20]], undefined)

test('an empty cluster takes the farthest point of a cluster that keeps another', () => {
  // The point at 20 is farther, but alone in its cluster.
  const state = {
    centroids: Float64Array.of(0, 9, 30),
    labels: Int32Array.of(0, 0, 0, 2),
    distances: Float64Array.of(0, 1, 25, 100),
  }
  expect(refillEmpty(points, state)).toBe(1)
  expect(state).toEqual({
    centroids: Float64Array.of(0, 5, 30),
    labels: Int32Array.of(0, 0, 1, 2),
    distances: Float64Array.of(0, 1, 0, 100),
  })
})

test('of equally far points the first goes, and every empty cluster gets one', () => {
  const state = {
    centroids: Float64Array.of(0, 0, 0),
    labels: Int32Array.of(0, 0, 0, 0),
    distances: Float64Array.of(0, 0, 0, 0),
  }
  expect(refillEmpty(points, state)).toBe(2)
  expect(state.labels).toEqual(Int32Array.of(1, 2, 0, 0))
})

test('nothing happens when no cluster is empty', () => {
  const state = {
    centroids: Float64Array.of(0, 20),
    labels: Int32Array.of(0, 0, 0, 1),
    distances: Float64Array.of(0, 1, 25, 0),
  }
  const before = structuredClone(state)
  expect(refillEmpty(points, state)).toBe(0)
  expect(state).toEqual(before)
})
