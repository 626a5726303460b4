import { TopK } from '@clientele/core'
import { expect, test } from 'vitest'
import { writeKept } from '../../src/kernels/kept.js'

test('what was kept stands in ascending order of row', () => {
  const best = new TopK(3)
  for (const [row, similarity] of [
    [1, 0.2],
    [4, 0.9],
    [6, 0.1],
    [9, 0.5],
  ] as const)
    best.push(row, similarity)
  const [kept, similarities] = [new Int32Array(4), new Float64Array(4)]
  expect(writeKept(best, kept, similarities)).toBe(3)
  expect(Array.from(kept)).toEqual([1, 4, 9, 0])
  expect(Array.from(similarities)).toEqual([0.2, 0.9, 0.5, 0])
  expect(writeKept(best, kept, similarities)).toBe(0)
})
