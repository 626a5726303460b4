import { expect, test } from 'vitest'
import { timingOf } from '../src/statistics.js'

test('the minimum and the middle one of an odd number of times', () => {
  expect(timingOf([0.3, 10, 0.2])).toEqual({ minimum: 0.2, median: 0.3 })
})

test('the median of an even number of times lies between the two in the middle', () => {
  expect(timingOf([4, 1, 9, 2])).toEqual({ minimum: 1, median: 3 })
})

test('the order of the times stays as it was', () => {
  const times = [3, 1, 2]
  timingOf(times)
  expect(times).toEqual([3, 1, 2])
})
