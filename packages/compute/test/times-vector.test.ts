import { openPool, timesVector, timesVectorAsync } from '@clientele/compute'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { matrixOf, naiveProduct, precisions, size, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('one dot product for each row', () => {
  const matrix = { rows: 2, columns: 3, values: Float32Array.of(1, 2, 3, 4, 5, 6) }
  expect(timesVector(matrix, Float32Array.of(1, 0, -1))).toEqual(Float32Array.of(-2, -2))
})

test.each(precisions)('in %s precision it is the product with a matrix of one column', async (_, kind) => {
  const pair = fc
    .tuple(size, size)
    .chain(([rows, columns]) => fc.tuple(matrixOf(rows, columns, kind), matrixOf(columns, 1, kind)))
  await fc.assert(
    fc.asyncProperty(pair, async ([matrix, vector]) => {
      const expected = kind.from(naiveProduct(matrix, vector).values)
      expect(timesVector(matrix, vector.values)).toEqual(expected)
      expect(await timesVectorAsync(matrix, vector.values, { pool })).toEqual(expected)
    }),
  )
})

test('vectors of another length or precision, empty ones and bad numbers are refused', () => {
  const matrix = { rows: 1, columns: 2, values: Float64Array.of(1, 2) }
  const check = (vector: unknown) => expect(() => timesVector(matrix, vector as Float64Array))
  check(Float64Array.of(1)).toThrow(new RangeError('timesVector: vector.length must be 2, one per column, got 1'))
  check(Float32Array.of(1, 2)).toThrow(
    new TypeError('timesVector: vector must be a Float64Array like the other, got a Float32Array'),
  )
  check(new Float64Array(0)).toThrow(new RangeError('timesVector: vector.length must be at least 1, got 0'))
  check(undefined).toThrow('timesVector: vector must be a Float32Array or Float64Array, got undefined')
  check(Float64Array.of(1, NaN)).toThrow(new RangeError('timesVector: vector[1] must be finite, got NaN'))
  check(Float64Array.of(1e308, 1e308)).toThrow(new RangeError('timesVector: product[0] must be finite, got Infinity'))
  expect(() => timesVector(vast(1e9, 2, Float64Array), Float64Array.of(1, 1))).toThrow(/^timesVector: memory must fit/)
})
