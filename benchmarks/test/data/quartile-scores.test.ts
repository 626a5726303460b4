import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { quartileScores } from '../../src/data/quartile-scores.js'

test.skipIf(!hasShared)('the customers have the scores that they have in Online Retail II', () => {
  const { values, shape } = quartileScores.make().points!
  const counts = new Array<number>(64).fill(0)
  for (let row = 0; row < shape[0]!; row++) {
    const [recency, frequency, monetary] = values.subarray(3 * row, 3 * row + 3)
    counts[16 * (recency! - 1) + 4 * (frequency! - 1) + monetary! - 1]!++
  }
  expect(counts).toEqual(reference('online-retail-ii').rfm.quartileScoresByLines.cellCounts)
})

test('every customer has three scores from 1 to 4', () => {
  const { values, shape } = quartileScores.make().points!
  expect(shape).toEqual([5878, 3])
  expect(new Set(values)).toEqual(new Set([1, 2, 3, 4]))
})
