import { cholesky, choleskyAsync, openPool } from '@clientele/compute'
import type { Progress } from '@clientele/core'
import { afterAll, expect, test } from 'vitest'
import { positiveDefinite } from './made.js'
import { distance, naiveProduct, transposed, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('the factor of a published example', () => {
  // The example of the article "Cholesky decomposition" of many textbooks.
  const matrix = { rows: 3, columns: 3, values: Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98) }
  expect(cholesky(matrix)).toEqual({ rows: 3, columns: 3, values: Float64Array.of(2, 0, 0, 6, 1, 0, -8, 5, 3) })
})

test.each([1, 2, 5, 63, 127, 128, 129, 200, 256, 385])('the factor of %i rows, times itself, is the matrix', (n) => {
  const matrix = positiveDefinite(n)
  const factor = cholesky(matrix)
  expect(distance(naiveProduct(factor, transposed(factor)).values, matrix.values)).toBeLessThan(1e-12 * n)
  for (let r = 0; r < n; r++)
    expect(factor.values.subarray(r * n + r + 1, (r + 1) * n).every((v) => v === 0)).toBe(true)
})

test('only the lower triangle is read, and nothing is changed', () => {
  const matrix = positiveDefinite(150)
  const lower = { ...matrix, values: matrix.values.slice() }
  for (let r = 0; r < 150; r++) lower.values.fill(7, r * 150 + r + 1, (r + 1) * 150)
  const kept = lower.values.slice()
  expect(cholesky(lower)).toEqual(cholesky(matrix))
  expect(lower.values).toEqual(kept)
})

test('progress says how many columns are done', async () => {
  const seen: Progress[] = []
  await choleskyAsync(positiveDefinite(300), { pool, onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([128, 256, 300].map((done) => ({ stage: 'factor', done, total: 300 })))
})

test.each([
  [1, 0],
  [5, 3],
  [300, 0],
  [300, 127],
  [300, 128],
  [300, 299],
])('of %i rows, pivot %i that is not positive is named', async (n, pivot) => {
  const matrix = positiveDefinite(n)
  const message = `cholesky: matrix must be positive definite, got pivot ${pivot} that is not positive`
  for (const value of [-1, 0]) {
    matrix.values[pivot * n + pivot] = value
    expect(() => cholesky(matrix)).toThrow(new RangeError(message))
    await expect(choleskyAsync(matrix, { pool })).rejects.toThrow(new RangeError(message))
  }
})

test('a matrix that is not square, of single precision or with NaN is refused, as is what does not fit', () => {
  const check = (values: unknown, columns = 2) => expect(() => cholesky({ rows: 2, columns, values } as any))
  check(new Float64Array(6), 3).toThrow(new RangeError('cholesky: matrix.columns must be 2, its rows, got 3'))
  check(new Float32Array(4)).toThrow(
    new TypeError('cholesky: matrix.values must be a Float64Array, got a Float32Array'),
  )
  check(Float64Array.of(1, 0, NaN, 1)).toThrow(new RangeError('cholesky: matrix[1][0] must be finite, got NaN'))
  expect(() => cholesky(vast(25_000, 25_000, Float64Array))).toThrow(
    /^cholesky: memory must fit in the \d+ bytes available, got 5/,
  )
})
