import { describe, expect, test } from 'vitest'
import { narrowColumns, narrowGap } from '../../src/kernels/narrow.js'
import { normals, sameInBothForms } from './forms.js'

describe.each([1, 2, 3, 6, 7])('%d columns', (columns) => {
  test('narrow rows are the rows less the shift in single precision, with an even number of columns', () => {
    const points = normals('points', 11 * columns)
    const shift = normals('shift', columns)
    const width = narrowColumns(columns)
    const [, , , narrow] = sameInBothForms('narrowRows', 11, 4, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(shift),
      scope.room('f32', 11 * width),
    ])
    expect(width).toBe(columns + (columns % 2))
    for (let row = 0; row < 11; row++) {
      for (let c = 0; c < width; c++) {
        const value = c < columns ? points[row * columns + c]! - shift[c]! : 0
        expect((narrow as ArrayLike<number>)[row * width + c]).toBe(Math.fround(value))
      }
    }
  })
})

test('the gap of a row between two centers is their distance less what rounding may take', () => {
  const tiles = new Float32Array(16).fill(Infinity)
  tiles.set([3, 1], 0)
  tiles.set([4, 0], 8)
  expect(narrowGap(Float32Array.of(0, 0), tiles, 1, 0, 0)).toEqual({ nearest: 1, gap: 4 })
  expect(narrowGap(Float32Array.of(0, 0), tiles, 1, 2 ** -4, 2 ** -5)).toEqual({ nearest: 1, gap: 4 - 6 / 16 - 1 / 32 })
})

test('a row with a single center, or beyond single precision, has no gap', () => {
  const tiles = new Float32Array(16).fill(Infinity)
  tiles[0] = tiles[8] = 1
  expect(narrowGap(Float32Array.of(0, 0), tiles, 1, 2 ** -20, 0).gap).toBeNaN()
  expect(narrowGap(Float32Array.of(Infinity, 0), tiles, 1, 2 ** -20, 0).gap).toBeNaN()
})
