import { compensatedSum } from '@clientele/core'
import { expect, test } from 'vitest'
import { normalPoints } from '../../src/data/normal-points.js'

test('points are standard normal, and the first eight are where runs begin', () => {
  const { points, initial } = normalPoints(20_000, 2).make()
  const { values, shape } = points!
  expect(shape).toEqual([20_000, 2])
  expect(initial!.values).toEqual(values.slice(0, 16))
  const mean = compensatedSum(values) / values.length
  const variance = compensatedSum(Float64Array.from(values, (value) => (value - mean) ** 2)) / values.length
  expect(mean).toBeCloseTo(0, 1)
  expect(variance).toBeCloseTo(1, 1)
})
