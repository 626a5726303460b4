import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { placeOf } from '../src/place-of.js'

test('finds every cell and no others', () => {
  const matrix = csrFromTriplets([0, 0, 0, 2], [1, 3, 4, 0], [1, 1, 1, 1], 3, 6)
  const places = [0, 1, 2].map((row) => [0, 1, 2, 3, 4, 5].map((column) => placeOf(matrix, row, column)))
  expect(places).toEqual([
    [-1, 0, -1, 1, 2, -1],
    [-1, -1, -1, -1, -1, -1],
    [3, -1, -1, -1, -1, -1],
  ])
})
