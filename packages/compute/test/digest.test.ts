import { expect, test } from 'vitest'
import { digest } from './digest.js'

test('a digest sees every bit, the sign of zero and the order of numbers', () => {
  const values = Float64Array.of(1, 2, 0)
  const others = [
    Float64Array.of(1, 2, -0),
    Float64Array.of(2, 1, 0),
    Float64Array.of(1, 2 + 2 ** -51, 0),
    values.subarray(1),
  ]
  expect(new Set([values, ...others].map((each) => digest({ values: each }))).size).toBe(5)
  expect(digest({ rows: 1, values })).toBe(digest({ rows: 1, values: values.slice() }))
  expect(digest({ rows: 2, values })).not.toBe(digest({ rows: 1, values }))
})

test('a digest refuses what has no bits to compare', () => {
  expect(() => digest({ then: () => 1 })).toThrow('digest: result must hold numbers and typed arrays, got function')
})
