import { expect, test } from 'vitest'
import { groupedPoints } from '../../src/indices/grouped-points.js'
import { labelledRows } from '../../src/indices/labelled-rows.js'

const points = [
  [5, 50],
  [1, 10],
  [5, 50],
  [9, 90],
  [1, 10],
  [5, 50],
  [2, 20],
]

test('equal rows of one cluster are one, and clusters lie one after the other, filled up to even numbers', () => {
  const labels = [4, 1, 4, -1, 1, 1, 1]
  const grouped = groupedPoints(labelledRows('f', points, labels, undefined))
  expect(grouped).toEqual({
    count: 4,
    columns: 2,
    rows: Float64Array.of(1, 10, 5, 50, 2, 20, 5, 50),
    owners: Int32Array.of(0, 0, 0, 1),
    rowWeights: Float64Array.of(2, 1, 1, 2),
    placeOfRow: Int32Array.of(3, 0, 3, -1, 0, 1, 2),
    points: Float64Array.of(1, 5, 2, 0, 5, 0, 10, 50, 20, 0, 50, 0),
    weights: Float64Array.of(2, 1, 1, 0, 2, 0),
    starts: Int32Array.of(0, 4, 6),
    sizes: Float64Array.of(4, 2),
  })
})

test('weights of merged rows add up', () => {
  const labels = [0, 1, 0, 1, 1, 0, 1]
  const weights = [1, 2, 3, 4, 5, 6, 7]
  const { rowWeights, rows } = groupedPoints(labelledRows('f', points, labels, { weights }))
  expect(rows).toEqual(Float64Array.of(5, 50, 1, 10, 9, 90, 2, 20))
  expect(rowWeights).toEqual(Float64Array.of(10, 7, 4, 7))
})
