import { multiply, openPool, topOfRows, topProducts, topProductsAsync } from '@clientele/compute'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { matrix, sparse } from './made.js'
import { matrixOf, naiveProduct, size, transposed, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

const customers = { rows: 2, columns: 2, values: Float32Array.of(1, 0, 0, 2) }
const items = { rows: 3, columns: 2, values: Float32Array.of(1, 1, 1, 2, 0, 3) }

test('the best items of each row, without those struck out', () => {
  expect(topProducts(customers, items, 2)).toEqual({
    n: 2,
    indices: Int32Array.of(0, 1, 2, 1),
    scores: Float32Array.of(1, 1, 6, 4),
  })
  const struckOut = { offsets: Int32Array.of(0, 1, 3), indices: Int32Array.of(0, 1, 2) }
  expect(topProducts(customers, items, 2, { struckOut })).toEqual({
    n: 2,
    indices: Int32Array.of(1, 2, 0, -1),
    scores: Float32Array.of(1, 0, 2, -Infinity),
  })
})

test('it is what sorting all products gives, ties by the lower column', async () => {
  const made = fc.tuple(size, fc.integer({ min: 1, max: 5 }), size).chain(([rows, depth, columns]) =>
    fc.record({
      left: matrixOf(rows, depth, Float32Array),
      right: matrixOf(columns, depth, Float32Array),
      seen: fc.array(fc.array(fc.nat(columns - 1), { maxLength: 5 }), { minLength: rows, maxLength: rows }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(made, fc.integer({ min: 1, max: 12 }), async ({ left, right, seen }, n) => {
      const products = naiveProduct(left, transposed(right))
      const expected = seen.flatMap((struck, r) => {
        const sorted = Array.from({ length: right.rows }, (_, column) => column)
          .filter((column) => !struck.includes(column))
          .sort((a, b) => products.values[r * right.rows + b]! - products.values[r * right.rows + a]! || a - b)
        return Array.from({ length: n }, (_, i) => sorted[i] ?? -1)
      })
      let end = 0
      const offsets = Int32Array.from([0, ...seen.map((struck) => (end += struck.length))])
      const struckOut = { offsets, indices: Int32Array.from(seen.flat()) }
      const top = topProducts(left, right, n, { struckOut })
      expect([...top.indices]).toEqual(expected)
      expect(await topProductsAsync(left, right, n, { struckOut, pool })).toEqual(top)
    }),
  )
})

test('scores are those of the product, bit for bit', () => {
  const [left, right] = [matrix(37, 300, Float32Array), matrix(83, 300, Float32Array)]
  const all = multiply(left, transposed(right))
  const seen = sparse(37, 83)
  for (let r = 0; r < 37; r++) {
    for (let i = seen.offsets[r]!; i < seen.offsets[r + 1]!; i++) all.values[r * 83 + seen.indices[i]!] = -Infinity
  }
  expect(topProducts(left, right, 9, { struckOut: seen })).toEqual(topOfRows(all, 9))
})

test('factors that do not match, other precisions, an n below 1 and bad cells are refused', () => {
  const check = (left: unknown, right: unknown, n = 1) => expect(() => topProducts(left as any, right as any, n))
  check(customers, matrix(2, 3, Float32Array)).toThrow(
    new RangeError('topProducts: right.columns must be 2, the columns of left, got 3'),
  )
  check(matrix(2, 2), items).toThrow(
    new TypeError('topProducts: left.values must be a Float32Array, got a Float64Array'),
  )
  check(null, items).toThrow('topProducts: left.values must be a Float32Array, got undefined')
  check(customers, items, 0).toThrow(new RangeError('topProducts: n must be at least 1, got 0'))
  check({ ...customers, values: Float32Array.of(1, NaN, 1, 1) }, items).toThrow(
    new RangeError('topProducts: left[0][1] must be finite, got NaN'),
  )
  check({ rows: 0, columns: 2, values: new Float32Array(0) }, items).toThrow(
    'topProducts: left.rows must be at least 1',
  )
})

test('columns outside the items, factors whose products overflow, and what does not fit are refused', async () => {
  const struckOut = { offsets: Int32Array.of(0, 0, 1), indices: Int32Array.of(3) }
  expect(() => topProducts(customers, items, 1, { struckOut })).toThrow(
    new RangeError('topProducts: struckOut.indices[0] must be a column below 3, got 3'),
  )
  const huge = { rows: 1, columns: 2, values: Float32Array.of(1e30, 0) }
  await expect(topProductsAsync(huge, { ...huge }, 1, { pool })).rejects.toThrow(
    /^topProducts: left · right must be at most 3.4028234663852886e\+38, so that scores cannot overflow, got /,
  )
  expect(() => topProducts(vast(1e6, 100, Float32Array), vast(8e6, 100, Float32Array), 1)).toThrow(
    /^topProducts: memory must fit in the \d+ bytes available, got \d+ bytes needed$/,
  )
})
