import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { centresOf, centring } from '../../src/ratings/centres.js'

// rows (1, 3), (5, 5) and nothing: all have the mean 3.5 and the variance 2.75
const matrix = csrFromTriplets([0, 0, 1, 1], [0, 1, 0, 2], [1, 3, 5, 5], 3, 3)

test('means, and standard deviations where they are asked for; that of all steps in for rows without one', () => {
  expect(centresOf(matrix, centring('none', matrix))[0]).toEqual({ mean: 0, spread: 1 })
  expect(centresOf(matrix, centring('baseline', matrix))[1]).toEqual({ mean: 0, spread: 1 })
  expect(centresOf(matrix, centring('mean', matrix))).toEqual([
    { mean: 2, spread: 1 },
    { mean: 5, spread: 1 },
    { mean: 0, spread: 1 },
  ])
  const scored = centresOf(matrix, centring('zScore', matrix))
  expect(scored.map(({ spread }) => spread)).toEqual([1, Math.sqrt(2.75), Math.sqrt(2.75)])
})

test('equal ratings have no spread, though their mean is rounded', () => {
  const equal = csrFromTriplets([0, 0, 0], [0, 1, 2], [0.1, 0.1, 0.1], 1, 3)
  expect(centring('zScore', equal)(equal.values).spread).toBe(1)
})
