import { dense, type Dense } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

test('lays rows one after another', () => {
  expect(dense([[1, 2, 3], Float64Array.of(4, 5, 6)])).toEqual({
    rows: 2,
    columns: 3,
    values: Float64Array.of(1, 2, 3, 4, 5, 6),
  })
})

test('cell (r, c) is values[r * columns + c]', () => {
  const shapes = fc.tuple(fc.nat(6), fc.nat(6)).chain(([rows, columns]) => {
    const row = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: columns,
      maxLength: columns,
    })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })
  fc.assert(
    fc.property(shapes, (cells) => {
      const matrix = dense(cells)
      expect([matrix.rows, matrix.columns]).toEqual([cells.length, cells[0]?.length ?? 0])
      cells.forEach((row, r) => row.forEach((cell, c) => expect(matrix.values[r * matrix.columns + c]).toBe(cell)))
    }),
  )
})

test('a matrix without rows or without columns is a matrix', () => {
  expect(dense([])).toEqual({ rows: 0, columns: 0, values: new Float64Array(0) })
  expect(dense([[], []])).toEqual({ rows: 2, columns: 0, values: new Float64Array(0) })
  expect(dense({ rows: 0, columns: 3, values: new Float64Array(0) }).columns).toBe(3)
})

test('a Dense passes through uncopied, also after a clone', () => {
  const matrix = dense([[1, 2]])
  expect(dense(matrix)).toBe(matrix)
  expect(dense(structuredClone(matrix))).toEqual(matrix)
})

test('rows are copied: the input stays the caller’s', () => {
  const row = [1, 2]
  const matrix = dense([row])
  row[0] = 9
  expect(matrix.values[0]).toBe(1)
})

describe('refuses, and says where', () => {
  const values = Float64Array.of(1, 2, 3, 4)

  test.each<[string, unknown, Error]>([
    ['a cell that is not finite', [[1], [NaN]], new RangeError('kmeans: points[1][0] must be finite, got NaN')],
    ['a cell that is no number', [[1, '2']], new TypeError('kmeans: points[0][1] must be a number, got "2"')],
    ['a hole', [[1, 2], Array(2)], new TypeError('kmeans: points[1][0] must be a number, got undefined')],
    [
      'rows of different length',
      [[1, 2], [3]],
      new RangeError('kmeans: points[1].length must be 2, as in the first row, got 1'),
    ],
    ['a row that is none', [[1], null], new TypeError('kmeans: points[1] must be a row of numbers, got null')],
    ['numbers instead of rows', [1, 2], new TypeError('kmeans: points[0] must be a row of numbers, got 1')],
    ['no matrix', null, new TypeError('kmeans: points must be rows of numbers or a Dense matrix, got null')],
    ['a column', values, new TypeError('kmeans: points must be rows of numbers or a Dense matrix, got a Float64Array')],
    [
      'a shape that does not fit',
      { rows: 3, columns: 2, values },
      new RangeError('kmeans: points.values.length must be 6, one per cell, got 4'),
    ],
    [
      'half a row',
      { rows: 2.5, columns: 2, values },
      new RangeError('kmeans: points.rows must be an integer, got 2.5'),
    ],
    [
      'rows and columns below 0',
      { rows: -2, columns: -2, values },
      new RangeError('kmeans: points.rows must be at least 0, got -2'),
    ],
    [
      'a Dense with a cell that is not finite',
      { rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, -Infinity) },
      new RangeError('kmeans: points[1][1] must be finite, got -Infinity'),
    ],
  ])('%s', (_, input, error) => {
    expect(() => dense(input as Dense, 'kmeans', 'points')).toThrow(error)
  })
})
