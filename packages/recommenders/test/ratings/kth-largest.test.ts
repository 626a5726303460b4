import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kthLargest } from '../../src/ratings/kth-largest.js'

const kth = (values: number[], k: number, more: number[] = []) =>
  kthLargest(Float64Array.from([...values, ...more]), values.length, k, new Float64Array(values.length))

test('is the number at that place of the sorted list, whatever the order, the size and however many are equal', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.double({ min: 1e-300, max: 1e300, noNaN: true }))
  const list = fc.array(number, { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(list, fc.nat(), (values, place) => {
      const k = 1 + (place % values.length)
      const sorted = [...values].sort((a, b) => b - a)
      expect(kth(values, k, [1e301, 0])).toBe(sorted[k - 1])
    }),
    { numRuns: 500 },
  )
})

test('long lists that are in order, or of one number alone, are no harder', () => {
  const ascending = Array.from({ length: 100_000 }, (_, i) => 1 + i)
  expect(kth(ascending, 1)).toBe(100_000)
  expect(kth([...ascending].reverse(), 100_000)).toBe(1)
  expect(kth(new Array<number>(100_000).fill(0.5), 5000)).toBe(0.5)
  expect(kth([1, ...new Array<number>(100_000).fill(1e-9)], 5000)).toBe(1e-9)
})
