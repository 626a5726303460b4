import { expect, test } from 'vitest'
import { mixtureRows } from '../../src/mixture/mixture-rows.js'

function leastVariances(values: number[], columns: number, weights: number[]): number[] {
  const points = {
    rows: weights.length,
    columns,
    values: Float64Array.from(values),
    weights: Float64Array.from(weights),
  }
  return Array.from(mixtureRows(points, 0.01).leastVariances)
}

test('what is added is a share of the variance of each column, by weight', () => {
  expect(leastVariances([0, 10, 4, 30], 2, [1, 1])).toEqual([0.04, 1])
  expect(leastVariances([0, 4], 1, [3, 1])).toEqual([0.03])
})

test('a column that never varies takes the mean of all columns', () => {
  expect(leastVariances([0, 7, 4, 7], 2, [1, 1])).toEqual([0.04, 0.02])
})

test('when no column varies, or too little to be squared, it is the share itself', () => {
  expect(leastVariances([3, 7, 3, 7], 2, [1, 1])).toEqual([0.01, 0.01])
  expect(leastVariances([0, 1e-180], 1, [1, 1])).toEqual([0.01])
})
