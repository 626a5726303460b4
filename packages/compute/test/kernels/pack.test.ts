import { expect, test } from 'vitest'
import { pack } from '../../src/kernels/pack.js'

test('lines stand side by side in panels, and what is missing in the last panel is zero', () => {
  // three rows of two numbers as lines, four to a panel
  const into = new Float64Array(8).fill(NaN)
  pack(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 1, 3, 2, 4, into)
  expect([...into]).toEqual([1, 3, 5, 0, 2, 4, 6, 0])
})

test('columns can be lines as well', () => {
  const into = new Float32Array(8)
  pack(Float32Array.of(1, 2, 3, 4, 5, 6), 1, 3, 3, 2, 2, into)
  expect([...into]).toEqual([1, 2, 4, 5, 3, 0, 6, 0])
})
