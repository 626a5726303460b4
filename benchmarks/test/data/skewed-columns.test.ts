import { expect, test } from 'vitest'
import { skewedColumns } from '../../src/data/skewed-columns.js'

test('columns are finite, and all but the fourth are skewed to the right', () => {
  const { values, shape } = skewedColumns(5000).make()['points']!
  expect(shape).toEqual([5000, 5])
  expect(values.every(Number.isFinite)).toBe(true)
  for (const column of [1, 2, 4]) {
    const cells = Array.from({ length: 5000 }, (_, row) => values[5 * row + column]!).sort((a, b) => a - b)
    const mean = cells.reduce((sum, value) => sum + value, 0) / 5000
    expect(mean).toBeGreaterThan(cells[2500]!)
  }
})
