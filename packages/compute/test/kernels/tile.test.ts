import { expect, test } from 'vitest'
import { addPanels, roundingOf, tileColumns } from '../../src/kernels/tile.js'

test('a register tile is two vectors of 16 bytes wide', () => {
  expect(tileColumns(new Float32Array(0))).toBe(8)
  expect(tileColumns(new Float64Array(0))).toBe(4)
})

test('results are rounded to the precision of the array', () => {
  expect(roundingOf(new Float32Array(0))(0.1)).toBe(Math.fround(0.1))
  expect(roundingOf(new Float64Array(0))(0.1)).toBe(0.1)
})

test('the product of two panels is added to what is there, cell by cell', () => {
  // left: rows (1, 2) and (3, 4) in a panel of four; right: columns (5, 6) and (7, 8) in a panel of four
  const left = Float64Array.of(1, 3, 0, 0, 2, 4, 0, 0)
  const right = Float64Array.of(5, 7, 0, 0, 6, 8, 0, 0)
  const into = Float64Array.of(100, 100, -1, 100, 100, -1)
  addPanels(left, right, 2, 2, 2, into, 3)
  expect([...into]).toEqual([117, 123, -1, 139, 153, -1])
})
