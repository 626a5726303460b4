import { expect, test } from 'vitest'
import { risingFactorials } from '../../src/lifetime/rising-factorials.js'

test('from 1 they are the factorials', () => {
  const { logs, slopes } = risingFactorials(1, 6)
  ;[1, 1, 2, 6, 24, 120, 720].forEach((factorial, n) => expect(Math.exp(logs[n]!)).toBeCloseTo(factorial, 9))
  expect(slopes[4]).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4, 14)
})

test('no digits are lost for large numbers: z (z + 1) is about z²', () => {
  expect(risingFactorials(1e9, 2).logs[2]).toBeCloseTo(2 * Math.log(1e9) + 1e-9, 13)
})

test('no factor is 1', () => {
  expect(risingFactorials(0.5, 0)).toEqual({ logs: Float64Array.of(0), slopes: Float64Array.of(0) })
})
