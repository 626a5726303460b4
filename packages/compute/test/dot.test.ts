import { dot } from '@clientele/compute'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cell, precisions } from './oracles.js'

test('products are added', () => {
  expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(32)
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 100 }), (pairs) => {
      const expected = pairs.reduce((sum, [a, b]) => sum + a * b, 0)
      for (const [, kind] of precisions) {
        expect(dot(kind.from(pairs.map(([a]) => a)), kind.from(pairs.map(([, b]) => b)))).toBe(expected)
      }
    }),
  )
})

test('vectors of different length or precision, empty ones and bad numbers are refused in its own name', () => {
  const check = (a: unknown, b: unknown) => expect(() => dot(a as Float64Array, b as Float64Array))
  check(Float64Array.of(1), Float64Array.of(1, 2)).toThrow(
    new RangeError('dot: b.length must be 1, one per number of a, got 2'),
  )
  check(Float64Array.of(1), Float32Array.of(1)).toThrow(
    new TypeError('dot: b must be a Float64Array like the other, got a Float32Array'),
  )
  check(new Float64Array(0), new Float64Array(0)).toThrow('dot: a.length must be at least 1, got 0')
  check(undefined, undefined).toThrow('dot: a must be a Float32Array or Float64Array, got undefined')
  check([1], [1]).toThrow('dot: a must be a Float32Array or Float64Array, got an array of 1')
  check(Float64Array.of(1e200), Float64Array.of(1e200)).toThrow(
    new RangeError('dot: product[0] must be finite, got Infinity'),
  )
  check(Float64Array.of(1, NaN), Float64Array.of(1, 2)).toThrow(new RangeError('dot: a[1] must be finite, got NaN'))
})
