import { expect, test } from 'vitest'
import { addCommon, PARTS } from '../../src/kernels/add-column.js'

test('a column adds its product, then 1, then both values and their squares', () => {
  const added = (parts: number) => {
    const pairs = new Float64Array(8).fill(1)
    addCommon(parts, pairs, 1, 2, 5)
    return Array.from(pairs)
  }
  expect(added(PARTS.dots)).toEqual([1, 11, 1, 1, 1, 1, 1, 1])
  expect(added(PARTS.dotsAndCounts)).toEqual([1, 11, 2, 1, 1, 1, 1, 1])
  expect(added(PARTS.sums)).toEqual([1, 11, 2, 3, 6, 5, 26, 1])
})
