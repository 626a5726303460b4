import { openPool, topOfRows, topOfRowsAsync } from '@clientele/compute'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { vast } from './oracles.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

test('best first; equal scores by the lower column; what may not be chosen is left out', () => {
  const values = Float32Array.of(1, 3, 3, -Infinity, 2, -Infinity, -Infinity, -Infinity, -5, -Infinity)
  expect(topOfRows({ rows: 2, columns: 5, values }, 3)).toEqual({
    n: 3,
    indices: Int32Array.of(1, 2, 4, 3, -1, -1),
    scores: Float32Array.of(3, 3, 2, -5, -Infinity, -Infinity),
  })
})

test('it is what sorting each row gives', async () => {
  const score = fc.constantFrom(-Infinity, -2, -0, 0, 0.5, 1, 2, 3)
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 40 }))
    .chain(([count, columns]) =>
      fc.array(fc.array(score, { minLength: columns, maxLength: columns }), { minLength: count, maxLength: count }),
    )
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 12 }), async (made, n) => {
      const best = made.flatMap((row) => {
        const sorted = row
          .map((value, column) => ({ value, column }))
          .filter(({ value }) => value > -Infinity)
          .sort((a, b) => b.value - a.value || a.column - b.column)
        return Array.from({ length: n }, (_, i) => sorted[i] ?? { value: -Infinity, column: -1 })
      })
      const scores = { rows: made.length, columns: made[0]!.length, values: Float32Array.from(made.flat()) }
      const top = topOfRows(scores, n)
      expect([...top.indices]).toEqual(best.map(({ column }) => column))
      expect([...top.scores]).toEqual(best.map(({ value }) => value))
      expect(await topOfRowsAsync(scores, n, { pool })).toEqual(top)
    }),
  )
})

test('an n below 1, scores that are no numbers, other precisions and what does not fit are refused', () => {
  const check = (values: unknown, n: unknown = 1) =>
    expect(() => topOfRows({ rows: 1, columns: 2, values } as any, n as number))
  check(Float32Array.of(1, 2), 0).toThrow(new RangeError('topOfRows: n must be at least 1, got 0'))
  check(Float32Array.of(1, 2), '3').toThrow(new TypeError('topOfRows: n must be an integer, got "3"'))
  check(Float64Array.of(1, 2)).toThrow(
    new TypeError('topOfRows: scores.values must be a Float32Array, got a Float64Array'),
  )
  check(Float32Array.of(1, NaN)).toThrow(
    new RangeError('topOfRows: scores[0][1] must be a number below Infinity, got NaN'),
  )
  check(Float32Array.of(Infinity, 1)).toThrow('topOfRows: scores[0][0] must be a number below Infinity, got Infinity')
  expect(() => topOfRows(vast(1e5, 2e4, Float32Array), 5)).toThrow(/^topOfRows: memory must fit/)
})
