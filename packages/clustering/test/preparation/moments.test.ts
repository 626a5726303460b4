import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extent, moments } from '../../src/preparation/moments.js'

test('the mean and the population deviation of a textbook list', () => {
  expect(moments(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ mean: 5, deviation: 2 })
})

test('equal values have a deviation of exactly 0, however their sum rounds', () => {
  expect(moments(new Float64Array(10).fill(0.1))).toEqual({ mean: 0.1, deviation: 0 })
})

test('a large mean hides no deviation', () => {
  const { mean, deviation } = moments(Float64Array.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16))
  expect(mean).toBe(1e9 + 10)
  expect(deviation).toBeCloseTo(Math.sqrt(22.5), 12)
})

test('numbers whose squares overflow or vanish keep their deviation', () => {
  for (const unit of [1e-300, 1e100]) {
    const { mean, deviation } = moments(Float64Array.of(-3 * unit, 3 * unit))
    expect(mean / unit).toBeCloseTo(0, 12)
    expect(deviation / unit).toBeCloseTo(3, 12)
  }
})

test('values that differ have a deviation above 0, and least and most are those of a sorted copy', () => {
  const lists = fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(lists, (list) => {
      const values = Float64Array.from(list)
      const sorted = values.slice().sort()
      const { least, most } = extent(values)
      expect([least, most]).toEqual([
        sorted[0]! + 0 === 0 ? least : sorted[0],
        sorted.at(-1)! + 0 === 0 ? most : sorted.at(-1),
      ])
      const { mean, deviation } = moments(values)
      expect(deviation > 0).toBe(most > least)
      expect(mean >= least && mean <= most).toBe(true)
    }),
  )
})
