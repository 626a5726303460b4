import { expect, test } from 'vitest'
import { assignRows } from '../src/assign-rows.js'
import { randomRows, squaredDistance } from './points.js'

test('each row gets its nearest centroid, the lower of two equally near, and the squared distance', () => {
  const labels = new Int32Array(5).fill(-1)
  const distances = new Float64Array(5)
  const changed = assignRows(Float64Array.of(0, 3, 3, 5, 3), 1, Float64Array.of(1, 5), 0, 5, labels, distances)
  expect(changed).toBe(5)
  expect(labels).toEqual(Int32Array.of(0, 0, 0, 1, 0))
  expect(distances).toEqual(Float64Array.of(1, 4, 4, 0, 4))
})

test('only the rows of the range are touched, and only changes are counted', () => {
  const labels = Int32Array.of(7, 0, 1, 7)
  const distances = new Float64Array(4).fill(-1)
  const changed = assignRows(Float64Array.of(0, 0, 0, 0), 1, Float64Array.of(0, 9), 1, 3, labels, distances)
  expect(changed).toBe(1)
  expect(labels).toEqual(Int32Array.of(7, 0, 0, 7))
  expect(distances).toEqual(Float64Array.of(-1, 0, 0, -1))
})

test('rows taken four at a time and rows left over agree with the definition, whatever the shape', () => {
  for (const [rows, columns, k] of [
    [1, 1, 1],
    [4, 3, 2],
    [7, 2, 5],
    [11, 6, 3],
  ] as const) {
    const points = randomRows(rows, rows, columns)
    const centres = randomRows(99, k, columns)
    const labels = new Int32Array(rows)
    const distances = new Float64Array(rows)
    assignRows(Float64Array.from(points.flat()), columns, Float64Array.from(centres.flat()), 0, rows, labels, distances)
    points.forEach((point, row) => {
      const all = centres.map((centre) => squaredDistance(point, centre))
      expect(distances[row]).toBeCloseTo(Math.min(...all), 14)
      expect(labels[row]).toBe(all.indexOf(Math.min(...all)))
    })
  }
})
