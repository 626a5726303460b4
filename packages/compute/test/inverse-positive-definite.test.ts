import {
  Engine,
  inverseBytes,
  inversePositiveDefinite,
  inversePositiveDefiniteAsync,
  invertRegion,
  openPool,
} from '@clientele/compute'
import { run, type Progress } from '@clientele/core'
import { afterAll, expect, test } from 'vitest'
import { positiveDefinite } from './made.js'
import { distance, naiveProduct, transposed, vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

const unit = (n: number) => Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0))

test('the inverse of a matrix of two rows', () => {
  const matrix = { rows: 2, columns: 2, values: Float64Array.of(2, 1, 1, 1) }
  const { values } = inversePositiveDefinite(matrix)
  expect(distance(values, [1, -1, -1, 2])).toBeLessThan(1e-15)
})

test('the inverse of the Hilbert matrix has the integers it is known to have', () => {
  const n = 5
  const hilbert = Float64Array.from({ length: n * n }, (_, i) => 1 / (Math.floor(i / n) + (i % n) + 1))
  const { values } = inversePositiveDefinite({ rows: n, columns: n, values: hilbert })
  // Row 0 of A005249's inverse: 25, -300, 1050, -1400, 630.
  expect(distance(values.subarray(0, n), [25, -300, 1050, -1400, 630])).toBeLessThan(1e-6)
})

test.each([1, 2, 3, 4, 5, 64, 127, 128, 129, 255, 257, 400])('a matrix of %i rows times its inverse is 1', (n) => {
  const matrix = positiveDefinite(n)
  const inverse = inversePositiveDefinite(matrix)
  expect(distance(naiveProduct(matrix, inverse).values, unit(n))).toBeLessThan(1e-10)
  expect(distance(transposed(inverse).values, inverse.values)).toBe(0)
})

test('a region is inverted in place, and what it takes is known before', () => {
  for (const n of [3, 200]) {
    const engine = new Engine()
    const scope = engine.arena.scope()
    const matrix = positiveDefinite(n)
    const region = scope.copy(matrix.values)
    run(invertRegion(engine, region, n))
    expect(region.view()).toEqual(inversePositiveDefinite(matrix).values)
    expect(engine.arena.used).toBe(Math.ceil((8 * n * n) / 64) * 64)
    expect(engine.arena.size).toBeLessThan(1.2 * inverseBytes(engine, n) + 2 * 65_536)
  }
})

test('progress tells of both stages', async () => {
  const seen: Progress[] = []
  const onProgress = (progress: Progress) => seen.push(progress)
  await inversePositiveDefiniteAsync(positiveDefinite(200), { pool, onProgress })
  expect(seen.map(({ stage, done }) => `${stage} ${done}`)).toEqual([
    'factor 128',
    'factor 200',
    'invert 128',
    'invert 200',
  ])
})

test('a matrix that is not positive definite is refused with its pivot, a bad cell by its place', async () => {
  const matrix = positiveDefinite(140)
  matrix.values[130 * 140 + 130] = -5
  const error = new RangeError(
    'inversePositiveDefinite: matrix must be positive definite, got pivot 130 that is not positive',
  )
  expect(() => inversePositiveDefinite(matrix)).toThrow(error)
  await expect(inversePositiveDefiniteAsync(matrix, { pool })).rejects.toThrow(error)
  matrix.values[3] = NaN
  expect(() => inversePositiveDefinite(matrix)).toThrow(
    new RangeError('inversePositiveDefinite: matrix[0][3] must be finite, got NaN'),
  )
})

test('an inverse that overflows, and what does not fit in 4 GiB, are refused', () => {
  expect(() => inversePositiveDefinite({ rows: 1, columns: 1, values: Float64Array.of(1e-320) })).toThrow(
    new RangeError('inversePositiveDefinite: inverse[0][0] must be finite, got Infinity'),
  )
  expect(() => inversePositiveDefinite(vast(17_000, 17_000, Float64Array))).toThrow(
    /^inversePositiveDefinite: memory must fit in the \d+ bytes available, got 4\d{9} bytes needed$/,
  )
})
