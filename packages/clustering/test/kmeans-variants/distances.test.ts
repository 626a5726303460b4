import { expect, test } from 'vitest'
import { distanceOf, preparedRows, type DistanceName } from '../../src/kmeans-variants/distances.js'

test.each([
  ['manhattan', [1, -2, 5], [4, 2, 5], 7],
  ['chebyshev', [1, -2, 5], [4, 2, 5], 4],
  ['cosine', [3, 0], [0, 7], 1],
  ['cosine', [3, 0], [5, 0], 0],
  ['cosine', [3, 0], [-1, 0], 2],
  ['cosine', [3, 4], [4, 3], 0.04],
  ['cosine', [3, 4], [0, 0], 1],
  ['canberra', [1, 0, 6], [3, 0, -2], 1.5],
] as const)('%s of %j and %j is %d', (name, a, b, expected) => {
  expect(distanceOf('test', name)(a, b)).toBeCloseTo(expected, 14)
  expect(distanceOf('test', name)(b, a)).toBeCloseTo(expected, 14)
})

test('rows are brought to length 1 for cosine, also those of enormous numbers', () => {
  const points = { rows: 3, columns: 2, values: Float64Array.of(3, 4, -5, 0, 3e99, -4e99) }
  const { values } = preparedRows('test', 'cosine', points)
  const expected = [0.6, 0.8, -1, 0, 0.6, -0.8]
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14))
  expect(points.values[0]).toBe(3)
})

test('rows are centred too for correlation, so that cosines are correlations', () => {
  const points = { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 5, 3, 4) }
  const { values } = preparedRows('test', 'correlation', points)
  const rows = [Array.from(values.subarray(0, 3)), Array.from(values.subarray(3))]
  // Pearson's correlation of (1, 2, 3) and (5, 3, 4) is -1/2.
  expect(distanceOf('test', 'correlation')(rows[0]!, rows[1]!)).toBeCloseTo(1.5, 14)
})

test('for other distances rows stay as they are', () => {
  const points = { rows: 1, columns: 2, values: Float64Array.of(3, 4) }
  for (const name of ['manhattan', 'chebyshev', 'canberra'] as const)
    expect(preparedRows('test', name, points)).toBe(points)
})

test.each([
  ['cosine', [1, 2, 0, 0], 'test: points[1] must hold a number other than 0 for cosine, got 0'],
  ['correlation', [1, 2, 0.1, 0.1], 'test: points[1] must vary over its columns for correlation, got 0.1'],
] as const)('a row without a direction is named: %s', (name, values, message) => {
  const points = { rows: 2, columns: 2, values: Float64Array.from(values) }
  expect(() => preparedRows('test', name, points)).toThrow(new RangeError(message))
})

test('an unknown name is refused', () => {
  expect(() => distanceOf('test', 'hamming' as DistanceName)).toThrow(
    new RangeError(
      'test: distance must be one of "manhattan", "chebyshev", "cosine", "correlation", "canberra", got "hamming"',
    ),
  )
})

test('a function of one’s own must answer with a distance', () => {
  expect(distanceOf('test', (a, b) => Math.abs(a[0]! - b[0]!))([2], [5])).toBe(3)
  for (const value of [-1, NaN, Infinity]) {
    expect(() => distanceOf('test', () => value)([1], [2])).toThrow(
      new RangeError(`test: distance(a, b) must be a finite number of at least 0, got ${value}`),
    )
  }
})
