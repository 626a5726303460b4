import { expect, test } from 'vitest'
import { exponentRange } from '../../../src/preparation/power/exponent-range.js'

test('the powers of e to the 10 that stay between e to the -300 and to the 200', () => {
  expect(exponentRange(10, -300, 200)).toEqual({ low: -30, high: 20 })
})

test('is finite even for the smallest logarithm', () => {
  expect(exponentRange(5e-324, -300, 200)).toEqual({ low: -1e100, high: 1e100 })
})
