import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kthLargest } from '../../src/ratings/kth-largest.js'

test('is the number at that place of the sorted list, whatever the order and however many are equal', () => {
  const list = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(list, fc.nat(), (values, place) => {
      const k = 1 + (place % values.length)
      const sorted = [...values].sort((a, b) => b - a)
      expect(kthLargest(Float64Array.from(values), k)).toBe(sorted[k - 1])
    }),
    { numRuns: 500 },
  )
})

test('lists that are in order take no longer', () => {
  const ascending = Float64Array.from({ length: 100_000 }, (_, i) => i)
  expect(kthLargest(ascending.slice(), 1)).toBe(99_999)
  expect(kthLargest(ascending.slice().reverse(), 100_000)).toBe(0)
  expect(kthLargest(new Float64Array(100_000), 5000)).toBe(0)
})
