import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { gatheredRows } from '../../src/neighbours/gathered-rows.js'

test('some rows stand one after the other, as they were', () => {
  const matrix = csrFromTriplets([0, 1, 1, 3], [2, 0, 1, 1], [5, 6, 7, 8], 4, 3)
  expect(gatheredRows(matrix, Int32Array.of(1, 2, 3))).toEqual(csrFromTriplets([0, 0, 2], [0, 1, 1], [6, 7, 8], 3, 3))
  expect(gatheredRows(matrix, new Int32Array(0)).offsets).toEqual(new Int32Array(1))
})
