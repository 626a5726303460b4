import { expect, test } from 'vitest'
import { labelledPoints } from '../../src/data/labelled-points.js'

test('points of one label lie closer together than all', () => {
  const { points, labels } = labelledPoints(4000, 1).make()
  expect(points!.shape).toEqual([4000, 1])
  expect(new Set(labels!.values).size).toBe(8)
  const varianceOf = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  }
  const all = Array.from(points!.values)
  for (let label = 0; label < 8; label++) {
    expect(varianceOf(all.filter((_, row) => labels!.values[row] === label))).toBeCloseTo(1, 0.5)
  }
  expect(varianceOf(all)).toBeGreaterThan(2)
})
