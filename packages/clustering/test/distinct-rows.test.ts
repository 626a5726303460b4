import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctRows } from '../src/index.js'
import { rowsOf } from './points.js'

test('identical rows become one that weighs as much, in order of first appearance', () => {
  expect(
    distinctRows([
      [1, 2],
      [3, 4],
      [1, 2],
    ]),
  ).toEqual({
    points: { rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, 4) },
    weights: Float64Array.of(2, 1),
    labelOfRow: Int32Array.of(0, 1, 0),
  })
})

test('given weights are added up, and a row may weigh nothing', () => {
  const { weights } = distinctRows([[1], [2], [1], [3]], [0.5, 0, 2, 4])
  expect(weights).toEqual(Float64Array.of(2.5, 0, 4))
})

test('0 and -0 are the same, numbers that differ in their last bit are not', () => {
  const { labelOfRow } = distinctRows([[0], [-0], [1], [1 + Number.EPSILON], [5e-324]])
  expect(labelOfRow).toEqual(Int32Array.of(0, 0, 1, 2, 3))
})

test('every row keeps its numbers, no two rows are left equal, and no weight is lost', () => {
  const rows = fc.array(fc.array(fc.constantFrom(-1, -0, 0, 0.1, 7, 1e300), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(rows, (points) => {
      const { points: merged, weights, labelOfRow } = distinctRows(points)
      const distinct = rowsOf(merged).map((row) => row.map((value) => value + 0).join())
      expect(new Set(distinct).size).toBe(merged.rows)
      expect(points.map((row) => row.map((value) => value + 0).join())).toEqual(
        Array.from(labelOfRow, (label) => distinct[label]),
      )
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(points.length)
    }),
  )
})

test('many rows that differ in little are told apart', () => {
  const points = Array.from({ length: 5000 }, (_, i) => [i % 50, Math.floor(i / 50) / 1024])
  expect(distinctRows([...points, ...points]).weights).toEqual(new Float64Array(5000).fill(2))
})

test('bad input is named', () => {
  expect(() => distinctRows([[1], [NaN]])).toThrow(new RangeError('distinctRows: points[1][0] must be finite, got NaN'))
  expect(() => distinctRows([])).toThrow(
    new RangeError('distinctRows: points must have at least one row, got an array of 0'),
  )
  expect(() => distinctRows([[1]], [-1])).toThrow(new RangeError('distinctRows: weights[0] must be at least 0, got -1'))
})
