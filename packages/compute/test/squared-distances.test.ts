import { openPool, squaredDistances, squaredDistancesAsync } from '@clientele/compute'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { matrixOf, size, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('Pythagoras, squared', () => {
  const points = { rows: 2, columns: 2, values: Float64Array.of(0, 0, 3, 4) }
  const centers = { rows: 1, columns: 2, values: Float64Array.of(3, 4) }
  expect(squaredDistances(points, centers)).toEqual({ rows: 2, columns: 1, values: Float64Array.of(25, 0) })
})

test('differences are squared and added, for every point and center', async () => {
  const pair = fc
    .tuple(size, size, size)
    .chain(([rows, k, columns]) => fc.tuple(matrixOf(rows, columns, Float64Array), matrixOf(k, columns, Float64Array)))
  await fc.assert(
    fc.asyncProperty(pair, async ([points, centers]) => {
      const { columns } = points
      const row = (matrix: typeof points, r: number) => [...matrix.values.subarray(r * columns, (r + 1) * columns)]
      const expected = Float64Array.from({ length: points.rows * centers.rows }, (_, i) => {
        const center = row(centers, i % centers.rows)
        return row(points, Math.floor(i / centers.rows)).reduce((sum, value, c) => sum + (value - center[c]!) ** 2, 0)
      })
      expect(squaredDistances(points, centers).values).toEqual(expected)
      expect((await squaredDistancesAsync(points, centers, { pool })).values).toEqual(expected)
    }),
  )
})

test('points far from 0 and close together lose no digits', () => {
  const points = { rows: 1, columns: 1, values: Float64Array.of(1e9) }
  const centers = { rows: 1, columns: 1, values: Float64Array.of(1e9 + 2 ** -20) }
  expect(squaredDistances(points, centers).values[0]).toBe(2 ** -40)
})

test('columns that do not match, single precision, bad cells, overflow and what does not fit are refused', () => {
  const two = { rows: 1, columns: 2, values: Float64Array.of(1, 2) }
  const check = (points: unknown, centers: unknown) => expect(() => squaredDistances(points as any, centers as any))
  check(two, { rows: 2, columns: 1, values: Float64Array.of(1, 2) }).toThrow(
    new RangeError('squaredDistances: centers.columns must be 2, the columns of points, got 1'),
  )
  check(two, { ...two, values: Float32Array.of(1, 2) }).toThrow(
    new TypeError('squaredDistances: centers.values must be a Float64Array, got a Float32Array'),
  )
  check({ rows: 0, columns: 2, values: new Float64Array(0) }, two).toThrow(
    new RangeError('squaredDistances: points.rows must be at least 1, got 0'),
  )
  check({ ...two, values: Float64Array.of(1, NaN) }, two).toThrow(
    new RangeError('squaredDistances: points[0][1] must be finite, got NaN'),
  )
  check({ ...two, values: Float64Array.of(1e200, 0) }, two).toThrow(
    new RangeError('squaredDistances: distances[0][0] must be finite, got Infinity'),
  )
  check(vast(1e8, 2, Float64Array), vast(1000, 2, Float64Array)).toThrow(/^squaredDistances: memory must fit/)
})
