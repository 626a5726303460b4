import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctTimes } from '../../src/lifetime/distinct-times.js'

test('each time once, in order of appearance, and where it is', () => {
  expect(distinctTimes(Float64Array.of(3, 0.5, 3, 0))).toEqual({
    times: Float64Array.of(3, 0.5, 0),
    at: Int32Array.of(0, 1, 0, 2),
  })
  expect(distinctTimes(new Float64Array(0)).times).toHaveLength(0)
})

test('leads back to the list', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 1.5, 7 / 3, 1e9)), (list) => {
      const { times, at } = distinctTimes(Float64Array.from(list))
      expect(Array.from(at, (position) => times[position])).toEqual(list)
      expect(new Set(times).size).toBe(times.length)
    }),
  )
})
