import { expect, test } from 'vitest'
import { unitRows } from '../../src/indices/unit-rows.js'

test('each row has as many units as it weighs, in the order of the rows', () => {
  const { total, rowOf } = unitRows(Float64Array.of(2, 1, 0, 3))
  expect(total).toBe(6)
  expect([0, 1, 2, 3, 4, 5].map(rowOf)).toEqual([0, 0, 1, 3, 3, 3])
})
