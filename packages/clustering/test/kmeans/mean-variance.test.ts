import { expect, test } from 'vitest'
import { meanVariance } from '../../src/kmeans/mean-variance.js'

const of = (rows: number[][], weights?: number[]) =>
  meanVariance({
    rows: rows.length,
    columns: rows[0]!.length,
    values: Float64Array.from(rows.flat()),
    ...(weights && { weights: Float64Array.from(weights) }),
  })

test('the mean variance counts a row as often as it weighs', () => {
  // column 1: 0 once, 4 three times: mean 3, variance 3; column 2 is constant
  const rows = [
    [0, 7],
    [4, 7],
  ]
  expect(of(rows, [1, 3])).toBe(1.5)
  expect(of([...rows, [4, 7], [4, 7]])).toBe(1.5)
})

test('a common offset does not cost digits', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [1e9 + (row % 2)])
  expect(of(rows)).toBe(0.25)
})
