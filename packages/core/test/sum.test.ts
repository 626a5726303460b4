import { compensatedSum, groupSums } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const cents = fc.integer({ min: -1e9, max: 1e9 })

test('keeps what plain addition loses', () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2)
  expect(compensatedSum(new Float64Array(10).fill(0.1))).toBe(1)
  expect(compensatedSum([])).toBe(0)
})

test('a million prices of 0.01 are 10,000 to the last bit', () => {
  const prices = new Float64Array(1e6).fill(0.01)
  expect(compensatedSum(prices)).toBe(10_000)
  expect(prices.reduce((sum, price) => sum + price)).not.toBe(10_000)
})

test('sums of money are those of whole cents, in any order', () => {
  fc.assert(
    fc.property(fc.array(cents), (amounts) => {
      const exact = amounts.reduce((sum, amount) => sum + amount, 0)
      const money = amounts.map((amount) => amount / 100)
      expect(Math.round(compensatedSum(money) * 100) + 0).toBe(exact)
      expect(compensatedSum(money.toReversed())).toBeCloseTo(compensatedSum(money), 7)
    }),
  )
})

test('is infinite, and not NaN, beyond the range of a number', () => {
  expect(compensatedSum([1e308, 1e308, 1])).toBe(Infinity)
  expect(compensatedSum([-1e308, -1e308])).toBe(-Infinity)
  expect(groupSums([0, 0, 1], [1e308, 1e308, 1], 2)).toEqual(Float64Array.of(Infinity, 1))
})

test('groupSums adds each value to its group', () => {
  expect(groupSums(Int32Array.of(0, 2, 0, 2), [1, 2, 3, 4], 4)).toEqual(Float64Array.of(4, 0, 6, 0))
  expect(groupSums([], [], 0)).toEqual(new Float64Array(0))
})

test('a group has the compensated sum of its own values', () => {
  const line = fc.record({ group: fc.nat(4), value: fc.double({ noNaN: true, min: -1e15, max: 1e15 }) })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const groups = lines.map(({ group }) => group)
      const values = lines.map(({ value }) => value)
      const expected = [0, 1, 2, 3, 4].map((each) => compensatedSum(values.filter((_, i) => groups[i] === each)))
      expect(Array.from(groupSums(groups, values, 5))).toEqual(expected)
    }),
  )
})

test('groupSums refuses what it would have to drop', () => {
  expect(() => groupSums([0, 2], [1, 1], 2)).toThrow(
    new RangeError('groupSums: groups[1] must be an index below 2, got 2'),
  )
  expect(() => groupSums([0], [1, 1], 1)).toThrow(
    new RangeError('groupSums: values.length must be 1, one per element of groups, got 2'),
  )
  expect(() => groupSums([], [], -1)).toThrow(new RangeError('groupSums: groupCount must be at least 0, got -1'))
})
