import { expect, test } from 'vitest'
import { cellName, checkCells, checkSamePrecision, checkShape } from '../src/matrix.js'

const check = (matrix: unknown, kinds?: any) => () => checkShape('fn', 'm', matrix as any, kinds)

test('a matrix has rows, columns and as many numbers of a kind that is wanted', () => {
  const f32 = { rows: 2, columns: 2, values: new Float32Array(4) }
  expect(check(f32)).not.toThrow()
  expect(check(f32, [Float32Array])).not.toThrow()
  expect(check(f32, [Float64Array])).toThrow(new TypeError('fn: m.values must be a Float64Array, got a Float32Array'))
})

test.each([
  [null, 'fn: m.values must be a Float32Array or Float64Array, got undefined'],
  [{ rows: 1, columns: 1, values: [1] }, 'fn: m.values must be a Float32Array or Float64Array, got an array of 1'],
  [{ rows: 0, columns: 1, values: new Float64Array(0) }, 'fn: m.rows must be at least 1, got 0'],
  [{ rows: 1, columns: 0, values: new Float64Array(0) }, 'fn: m.columns must be at least 1, got 0'],
  [{ rows: 1.5, columns: 2, values: new Float64Array(3) }, 'fn: m.rows must be an integer, got 1.5'],
  [{ rows: 2, columns: 2, values: new Float64Array(3) }, 'fn: m.values.length must be 4, one per cell, got 3'],
])('%j is refused', (matrix, message) => {
  expect(check(matrix)).toThrow(message)
})

test('the first cell that is not finite is named, in a piece too', () => {
  expect(() => checkCells('fn', 'm', Float64Array.of(1, -0, 1e308, -5e-324), 2)).not.toThrow()
  for (const bad of [NaN, Infinity, -Infinity]) {
    const values = Float64Array.of(1, 2, 3, bad, NaN)
    expect(() => checkCells('fn', 'm', values, 3)).toThrow(new RangeError(`fn: m[1][0] must be finite, got ${bad}`))
    expect(() => checkCells('fn', 'm', values, 3, 7)).toThrow(`fn: m[3][1] must be finite, got ${bad}`)
  }
  expect(cellName('m', 4, 11)).toBe('m[2][3]')
})

test('two matrices must be of one precision', () => {
  const f32 = { rows: 1, columns: 1, values: new Float32Array(1) }
  const f64 = { rows: 1, columns: 1, values: new Float64Array(1) }
  expect(() => checkSamePrecision('fn', 'b', f64, f64)).not.toThrow()
  expect(() => checkSamePrecision('fn', 'b', f64, f32)).toThrow(
    new TypeError('fn: b.values must be a Float32Array like the other, got a Float64Array'),
  )
})
