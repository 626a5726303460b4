import { quantileOfSorted, quantiles } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const values = fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 1 })
const probability = fc.double({ noNaN: true, min: 0, max: 1 })

// R's documentation of type 7: p(k) = (k - 1) / (n - 1), so quartiles of 1..4 lie at 1.75, 2.5 and 3.25.
test('interpolates linearly between order statistics', () => {
  expect(quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 1.75, 2.5, 3.25, 4])
  expect(quantiles([10, 20], [0.1])).toEqual([11])
  expect(quantiles([7], [0, 0.3, 1])).toEqual([7, 7, 7])
})

test.skipIf(!hasShared)('gives the same quantiles as numpy', () => {
  const { samples, quantileLevels } = reference('statistics')
  for (const [name, sample] of Object.entries<any>(samples)) {
    quantiles(sample.values, quantileLevels).forEach((got, i) => {
      const expected = sample.quantiles[i]
      const difference = Math.abs(got - expected) / Math.max(1, Math.abs(expected))
      expect(difference, `${name} at ${quantileLevels[i]}`).toBeLessThanOrEqual(1e-9)
    })
  }
})

test('a quantile at the k-th of n - 1 steps is the k-th smallest value', () => {
  fc.assert(
    fc.property(values, (sample) => {
      const sorted = Float64Array.from(sample).sort()
      expect(quantiles(sample, [0, 1])).toEqual([sorted[0], sorted.at(-1)])
      const odd = sample.length % 2 === 1 ? sample : [...sample, sorted[0]!]
      expect(quantiles(odd, [0.5])).toEqual([Float64Array.from(odd).sort()[(odd.length - 1) / 2]])
    }),
  )
})

test('rises with the probability and never leaves the two values around it', () => {
  fc.assert(
    fc.property(values, probability, probability, (sample, a, b) => {
      const [low, high] = quantiles(sample, [Math.min(a, b), Math.max(a, b)]) as [number, number]
      expect(low).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(Math.min(...sample))
      expect(high).toBeLessThanOrEqual(Math.max(...sample))
    }),
  )
})

test('leaves the values as they were', () => {
  const sample = Float64Array.of(3, 1, 2)
  quantiles(sample, [0.5])
  expect(sample).toEqual(Float64Array.of(3, 1, 2))
})

test('quantileOfSorted takes the sorted values as they are', () => {
  expect(quantileOfSorted([1, 2, 3, 4], 0.25)).toBe(1.75)
})

test('refuses nothing, values that are not finite and probabilities outside [0, 1]', () => {
  expect(() => quantiles([], [0.5])).toThrow(new RangeError('quantiles: values.length must be at least 1, got 0'))
  expect(() => quantiles([1, NaN], [0.5])).toThrow(new RangeError('quantiles: values[1] must be finite, got NaN'))
  expect(() => quantiles([1], [0.5, 1.01])).toThrow(
    new RangeError('quantiles: probabilities[1] must be between 0 and 1, got 1.01'),
  )
  expect(() => quantileOfSorted([], 0.5)).toThrow(
    new RangeError('quantileOfSorted: sorted.length must be at least 1, got 0'),
  )
  expect(() => quantileOfSorted([1], -1)).toThrow(
    new RangeError('quantileOfSorted: probability must be between 0 and 1, got -1'),
  )
})
