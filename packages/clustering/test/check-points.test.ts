import { expect, test } from 'vitest'
import { checkBoundedPoints, checkPoints, checkWeights } from '../src/check-points.js'

test('rows become a matrix, a Dense passes through', () => {
  const matrix = { rows: 2, columns: 1, values: Float64Array.of(1, 2) }
  expect(checkPoints('test', [[1], [2]])).toEqual(matrix)
  expect(checkPoints('test', matrix)).toBe(matrix)
})

const finite = [1, 2]

test.each<[number[][], string]>([
  [[finite, [3, NaN]], 'test: points[1][1] must be finite, got NaN'],
  [[finite, [-Infinity, 1]], 'test: points[1][0] must be finite, got -Infinity'],
  [[finite, [3]], 'test: points[1].length must be 2, as in the first row, got 1'],
  [[], 'test: points must have at least one row, got an array of 0'],
  [[[], []], 'test: points must have at least one column, got an array of 2'],
])('%j is refused', (points, message) => {
  expect(() => checkPoints('test', points)).toThrow(new RangeError(message))
})

test('text is no number', () => {
  expect(() => checkPoints('test', [[1, '2']] as never)).toThrow(
    new TypeError('test: points[0][1] must be a number, got "2"'),
  )
})

test.each<[number[][], string]>([
  [[finite, [3, NaN]], 'test: points[1][1] must be finite, got NaN'],
  [[finite, [3, -2e100]], 'test: points[1][1] must be between -1e+100 and 1e+100, got -2e+100'],
])('%j is not bounded, as rows or as a Dense', (points, message) => {
  const matrix = { rows: 2, columns: 2, values: Float64Array.from(points.flat()) }
  for (const input of [points, matrix]) {
    expect(() => checkBoundedPoints('test', input)).toThrow(new RangeError(message))
  }
})

test('a bounded Dense passes through, an empty one does not', () => {
  const matrix = { rows: 1, columns: 2, values: Float64Array.of(-1e100, 1e100) }
  expect(checkBoundedPoints('test', matrix)).toBe(matrix)
  expect(() => checkBoundedPoints('test', { rows: 0, columns: 2, values: new Float64Array() })).toThrow(
    new RangeError('test: points must have at least one row, got an object'),
  )
})

test.each([
  [[1, 1], 'test: weights.length must be 3, one per row, got 2'],
  [[1, -1, 1], 'test: weights[1] must be at least 0, got -1'],
  [[1, NaN, 1], 'test: weights[1] must be finite, got NaN'],
  [[0, 0, 0], 'test: weights must hold at least one number above 0, got an array of 3'],
])('weights %j of three rows are refused', (weights, message) => {
  expect(() => checkWeights('test', weights, 3)).toThrow(new RangeError(message))
})
