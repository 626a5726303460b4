import { openPool, sparseTimesDense, sparseTimesDenseAsync, type RowTask } from '@clientele/compute'
import { csrFromTriplets } from '@clientele/core'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { matrix, sparse } from './made.js'
import { cell, matrixOf, naiveProduct, size, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('rows without cells are zeros, others add what their cells say', () => {
  const left = csrFromTriplets([0, 0, 2], [1, 2, 0], [2, 3, -1], 3, 3)
  const right = { rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) }
  expect(sparseTimesDense(left, right).values).toEqual(Float64Array.of(21, 26, 0, 0, -1, -2))
})

test('it is the product of the matrix with its zeros', async () => {
  const pair = fc.tuple(size, size, size).chain(([rows, inner, columns]) => {
    const triplet = fc.tuple(fc.nat(rows - 1), fc.nat(inner - 1), cell)
    return fc.tuple(fc.constant([rows, inner] as const), fc.array(triplet), matrixOf(inner, columns, Float64Array))
  })
  await fc.assert(
    fc.asyncProperty(pair, async ([[rows, inner], triplets, right]) => {
      const [at, columns, values] = [0, 1, 2].map((i) => triplets.map((triplet) => triplet[i]!))
      const left = csrFromTriplets(at!, columns!, values!, rows, inner)
      const full = { rows, columns: inner, values: new Float64Array(rows * inner) }
      for (const [r, c, value] of triplets) full.values[r * inner + c]! += value
      const expected = naiveProduct(full, right)
      // A sum of nothing is 0, one of -0 times something may be -0.
      expect(sparseTimesDense(left, right).values.map((value) => value + 0)).toEqual(expected.values.map((v) => v + 0))
      expect(await sparseTimesDenseAsync(left, right, { pool })).toEqual(sparseTimesDense(left, right))
    }),
  )
})

test('where rows are long, blocks are short', async () => {
  const run = vi.spyOn(pool, 'run')
  const short = sparse(3000, 20)
  await sparseTimesDenseAsync(short, matrix(20, 4), { pool })
  const long = csrFromTriplets(
    Array.from({ length: 64_000 }, (_, i) => Math.floor(i / 1000)),
    Array.from({ length: 64_000 }, (_, i) => i % 1000),
    new Float64Array(64_000).fill(1),
    64,
    1000,
  )
  await sparseTimesDenseAsync(long, matrix(1000, 1000), { pool })
  const kernels = run.mock.calls.map(([task]) => task as RowTask).filter(({ kernel }) => kernel === 'sparseTimesDense')
  expect(kernels.map(({ blockRows }) => blockRows)).toEqual([1024, 4])
  run.mockRestore()
})

test('what kernels would read or write outside their memory is refused', () => {
  const left = csrFromTriplets([0, 1], [0, 1], [1, 2], 2, 2)
  const right = { rows: 2, columns: 1, values: Float64Array.of(1, 2) }
  const check = (change: object, message: string) =>
    expect(() => sparseTimesDense({ ...left, ...change }, right)).toThrow(message)
  check({ rows: 0 }, 'sparseTimesDense: sparse.rows must be at least 1, got 0')
  check({ rows: 3 }, 'sparseTimesDense: sparse.offsets.length must be 4, one per row, and one, got 3')
  check({ columns: 3 }, 'sparseTimesDense: dense.rows must be 3, the columns of sparse, got 2')
  check({ indices: Int32Array.of(0, 2) }, 'sparseTimesDense: sparse.indices[1] must be a column below 2, got 2')
  check({ indices: [0, 1] }, 'sparseTimesDense: sparse.indices must be an Int32Array, got an array of 2')
  check(
    { offsets: Int32Array.of(0, 2, 1) },
    'sparseTimesDense: sparse.offsets[2] must ascend from 0 to at most 2, got 1',
  )
  check({ values: Float64Array.of(1) }, 'sparseTimesDense: sparse.values.length must be 2, one per index, got 1')
  check({ values: Float32Array.of(1, 2) }, 'sparseTimesDense: sparse.values must be a Float64Array, got a Float32Array')
  check({ values: Float64Array.of(1, NaN) }, 'sparseTimesDense: sparse.values[1] must be finite, got NaN')
  check({ values: Float64Array.of(1e308, 1e308) }, 'sparseTimesDense: product[1][0] must be finite, got Infinity')
  expect(() => sparseTimesDense(undefined as any, right)).toThrow('sparseTimesDense: sparse.rows must be an integer')
  expect(() => sparseTimesDense(left, vast(2, 1e9, Float64Array))).toThrow(/^sparseTimesDense: memory must fit/)
})
