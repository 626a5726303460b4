import { expect, test } from 'vitest'
import { clustersOf, largestPart, partOf, pointsOf, splitPart } from '../../src/kmeans-variants/parts.js'

const points = {
  rows: 4,
  columns: 2,
  values: Float64Array.of(0, 0, 4, 0, 10, 10, 10, 12),
  weights: Float64Array.of(1, 3, 1, 1),
}
const low = partOf(points, Int32Array.of(0, 1))
const high = partOf(points, Int32Array.of(2, 3))

test('a part has the weighted mean of its points and their weighted squares around it', () => {
  expect(low).toEqual({ members: Int32Array.of(0, 1), mean: Float64Array.of(3, 0), weight: 4, inertia: 12 })
  expect(high).toEqual({ members: Int32Array.of(2, 3), mean: Float64Array.of(10, 11), weight: 2, inertia: 2 })
})

test('the part of the largest inertia is split next, never a single point', () => {
  const single = { ...partOf(points, Int32Array.of(0)), inertia: 99 }
  expect(largestPart([high, low, single])).toBe(1)
  expect(largestPart([single, high, { ...low, inertia: 2 }])).toBe(1)
})

test('the points of a part stand by themselves', () => {
  expect(pointsOf(points, high)).toEqual({
    rows: 2,
    columns: 2,
    values: Float64Array.of(10, 10, 10, 12),
    weights: Float64Array.of(1, 1),
  })
})

test('labels make two parts of one', () => {
  const whole = partOf(points, Int32Array.of(0, 1, 2, 3))
  expect(splitPart(points, whole, Int32Array.of(1, 1, 0, 0))).toEqual([high, low])
})

test('parts are clusters', () => {
  expect(clustersOf(points, [high, low])).toEqual({
    labels: Int32Array.of(1, 1, 0, 0),
    centroids: Float64Array.of(10, 11, 3, 0),
    sizes: Float64Array.of(2, 4),
    inertia: 14,
  })
})
