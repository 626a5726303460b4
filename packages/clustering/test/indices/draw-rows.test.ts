import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { drawRows } from '../../src/indices/draw-rows.js'

test('a row may be drawn as often as its weight, and one without weight never', () => {
  const weights = [2, 0, 1, 0, 3]
  expect(drawRows((row) => weights[row]!, 6, 6, random(1))).toEqual(Int32Array.of(0, 0, 2, 4, 4, 4))
  const counts = new Float64Array(5)
  const stream = random(2)
  for (let i = 0; i < 3000; i++) for (const row of drawRows((at) => weights[at]!, 6, 2, stream)) counts[row]!++
  // Each unit is drawn 1000 times of 3000, with a standard deviation of 26.
  weights.forEach((weight, row) => expect(Math.abs(counts[row]! - 1000 * weight)).toBeLessThanOrEqual(150 * weight))
})
