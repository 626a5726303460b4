import { expect, test } from 'vitest'
import { gramRows } from '../../src/kernels/gram-rows.js'

test('adds up, for some columns, what they have in common with the columns before them', () => {
  // rows (2, 0, 3), (0, 1, 4): columns 1 and 2 have the rows 1, and 0 and 1
  const rows = [Int32Array.of(0, 2, 4), Int32Array.of(0, 2, 1, 2), Float64Array.of(2, 3, 1, 4)] as const
  const columns = [Int32Array.of(1, 2, 4), Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 2, 1, 3)] as const
  const into = new Float64Array(6).fill(NaN)
  gramRows(...columns, ...rows, 3, 1, into, 0, 2)
  expect(Array.from(into)).toEqual([0, 1, NaN, 6, 4, 25])
})
