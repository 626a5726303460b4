import { wallTime } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('is what Date.UTC says', () => {
  expect(wallTime(2011, 12, 10)).toBe(Date.UTC(2011, 11, 10))
  expect(wallTime(2011, 12, 9, 12, 50, 7)).toBe(Date.UTC(2011, 11, 9, 12, 50, 7))
  expect(wallTime(1969, 12, 31, 23, 59, 59)).toBe(-1000)
})

test('takes years below 100 for what they are', () => {
  expect(wallTime(50, 3, 1)).toBe(Date.parse('0050-03-01T00:00:00Z'))
  expect(wallTime(0, 2, 29)).toBe(Date.parse('0000-02-29T00:00:00Z'))
  expect(wallTime(-1, 1, 1)).toBe(Date.parse('-000001-01-01T00:00:00Z'))
})

test('knows leap years', () => {
  for (const year of [2000, 2004, 2024, 1600]) expect(wallTime(year, 2, 29), `${year}`).toBeDefined()
  for (const year of [1900, 2023, 2100, 1700]) expect(wallTime(year, 2, 29), `${year}`).toBeUndefined()
})

test.each([
  [2011, 0, 1],
  [2011, 13, 1],
  [2011, 1, 0],
  [2011, 1, 32],
  [2011, 4, 31],
  [2011, 1, 1.5],
  [2011.5, 1, 1],
  [2011, 1, 1, 24],
  [2011, 1, 1, -1],
  [2011, 1, 1, 1.5],
  [2011, 1, 1, 0, 60],
  [2011, 1, 1, 0, 0, 60],
  [2011, 1, 1, 0, 0, NaN],
  [NaN, 1, 1],
  [300_000, 1, 1],
] as [number, number, number][])('there is no %d-%d-%d %d:%d:%d', (...parts) => {
  expect(wallTime(...parts)).toBeUndefined()
})

test('gives back the parts of any moment', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (date) => {
      const wall = wallTime(
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      )
      expect(wall).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }),
  )
})
