import { Engine, gram, gramAsync, gramRegions, openPool } from '@clientele/compute'
import { run } from '@clientele/core'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { matrix } from './made.js'
import { distance, matrixOf, naiveProduct, precisions, size, transposed, vast } from './oracles.js'

const pool = openPool({ workers: 3 })
afterAll(() => pool.close())

test('every column times every column', () => {
  const x = { rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) }
  expect(gram(x)).toEqual({ rows: 2, columns: 2, values: Float64Array.of(35, 44, 44, 56) })
})

describe.each(precisions)('in %s precision', (_, kind, rounding) => {
  test('it is the product of the transposed matrix with itself', async () => {
    const made = fc.tuple(size, size).chain(([rows, columns]) => matrixOf(rows, columns, kind))
    await fc.assert(
      fc.asyncProperty(made, async (x) => {
        const expected = naiveProduct(transposed(x), x)
        expect(gram(x)).toEqual({ ...expected, values: kind.from(expected.values) })
        expect(await gramAsync(x, { pool })).toEqual(gram(x))
      }),
    )
  })

  test.each([
    [9000, 5],
    [300, 128],
    [300, 129],
    [300, 257],
    [40, 300],
  ])('%i × %i gives the plain product but for rounding, exactly symmetric', (rows, columns) => {
    const x = matrix(rows, columns, kind)
    const { values } = gram(x)
    expect(distance(values, naiveProduct(transposed(x), x).values)).toBeLessThan(8 * rows ** 1.5 * rounding)
    expect(distance(transposed(gram(x)).values, values)).toBe(0)
  })
})

test('a matrix in an arena is handled as part of a larger algorithm, and only the result stays', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const x = matrix(50, 6)
  const into = scope.room('f64', 36)
  const copy = scope.copy(x.values)
  const { used } = engine.arena
  run(gramRegions(engine, copy, { rows: 50, columns: 6, into }))
  expect(into.view()).toEqual(gram(x).values)
  expect(engine.arena.used).toBe(used)
})

test('an empty matrix, a bad cell, an overflow and what does not fit are refused', async () => {
  expect(() => gram({ rows: 0, columns: 0, values: new Float32Array(0) })).toThrow(
    new RangeError('gram: matrix.rows must be at least 1, got 0'),
  )
  const bad = { rows: 1, columns: 2, values: Float64Array.of(1, -Infinity) }
  await expect(gramAsync(bad, { pool })).rejects.toThrow(
    new RangeError('gram: matrix[0][1] must be finite, got -Infinity'),
  )
  const huge = { rows: 1, columns: 1, values: Float32Array.of(1e30) }
  expect(() => gram(huge)).toThrow(new RangeError('gram: gram[0][0] must be finite, got Infinity'))
  expect(() => gram(vast(1e6, 1000, Float64Array))).toThrow(/^gram: memory must fit in the \d+ bytes available, got 8/)
})
