import { exp2 } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

// Digits by Python's decimal module, 40 places.
test.each([
  [0.5, 1.4142135623730951],
  [-0.5, 0.7071067811865476],
  [0.1, 1.0717734625362931],
  [-1.9, 0.2679433656340733],
  [10.25, 1217.7480857627863],
  [-199.99, 6.266299772129991e-61],
])('of %d', (x, expected) => {
  expect(Math.abs(exp2(x) / expected - 1)).toBeLessThanOrEqual(2.3e-16)
})

test('whole numbers are exact, and so is what is too small or too large', () => {
  for (let n = -1074; n < 1024; n++) expect(exp2(n)).toBe(2 ** n)
  expect([exp2(-1075), exp2(-2000), exp2(-Infinity)]).toEqual([0, 0, 0])
  expect([exp2(1024), exp2(Infinity), exp2(NaN)]).toEqual([Infinity, Infinity, NaN])
})

test('differs from Math.pow by a last digit at most, and grows with x', () => {
  const x = fc.double({ min: -1000, max: 1000, noNaN: true })
  fc.assert(
    fc.property(x, (x) => {
      expect(Math.abs(exp2(x) / 2 ** x - 1)).toBeLessThanOrEqual(4.5e-16)
      expect(exp2(x + 0.001)).toBeGreaterThan(exp2(x))
    }),
    { numRuns: 1000 },
  )
})
