import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { changedRows } from '../../src/neighbours/changed-rows.js'

test('rows with another value, another column, a cell more or less, and new rows have changed', () => {
  const before = csrFromTriplets([0, 1, 2, 3, 3, 4, 5], [0, 1, 1, 0, 1, 2, 0], [1, 1, 1, 1, 1, 1, 7], 6, 3)
  const after = csrFromTriplets([0, 1, 2, 3, 4, 4, 5], [0, 1, 2, 0, 2, 3, 0], [1, 2, 1, 1, 1, 1, 7], 8, 4)
  expect(changedRows(before, after)).toEqual(Int32Array.of(1, 2, 3, 4, 6, 7))
  expect(changedRows(before, before)).toEqual(new Int32Array(0))
})
