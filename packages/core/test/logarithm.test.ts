import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logarithm, logarithm1p } from '../src/index.js'

/** From tables. */
test.each([
  [1, 0],
  [2, 0.6931471805599453],
  [10, 2.302585092994046],
  [0.1, -2.302585092994046],
  [3, 1.0986122886681098],
  [1.5, 0.4054651081081644],
])('of %d', (x, expected) => {
  expect(Math.abs(logarithm(x) - expected)).toBeLessThanOrEqual(4.5e-16 * Math.abs(expected))
})

test('of what has none, and at the ends of the numbers', () => {
  expect(logarithm(0)).toBe(-Infinity)
  expect(logarithm(-0)).toBe(-Infinity)
  expect(logarithm(-1)).toBeNaN()
  expect(logarithm(NaN)).toBeNaN()
  expect(logarithm(Infinity)).toBe(Infinity)
  expect(logarithm(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 12)
  expect(logarithm(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 12)
})

test("it is as near to the engine's own as rounding allows, everywhere", () => {
  const numbers = fc.oneof(
    fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0.5, max: 2, noNaN: true }),
  )
  fc.assert(
    fc.property(numbers, (x) => {
      const expected = Math.log(x)
      expect(Math.abs(logarithm(x) - expected)).toBeLessThanOrEqual(6e-16 * Math.abs(expected))
    }),
    { numRuns: 5000 },
  )
})

test('these bits come out in every engine', () => {
  expect([0.3, 0.7, 5, 1e300].map(logarithm)).toEqual([
    -1.2039728043259361, -0.35667494393873245, 1.6094379124341003, 690.7755278982137,
  ])
})

test('of 1 + x, also where 1 + x is rounded', () => {
  expect(logarithm1p(0)).toBe(0)
  expect(logarithm1p(1e-20)).toBe(1e-20)
  expect(logarithm1p(-1)).toBe(-Infinity)
  expect(logarithm1p(-2)).toBeNaN()
  expect(logarithm1p(Infinity)).toBe(Infinity)
  fc.assert(
    fc.property(fc.double({ min: -0.999, max: 1e9, noNaN: true }), (x) => {
      const expected = Math.log1p(x)
      expect(Math.abs(logarithm1p(x) - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected))
    }),
    { numRuns: 2000 },
  )
})
