import { expect, test } from 'vitest'
import { quartileSegments } from '../../../src/segments/presets/quartile-segments.js'
import { namesAt, segmentCount, wrongScores } from './segment-at.js'

test('each combination of scores belongs to exactly one of the rules, which make eight segments', () => {
  expect(wrongScores(quartileSegments, 4)).toEqual([])
  expect(segmentCount(quartileSegments)).toBe(8)
})

test.each([
  ['Champions', ['444', '433']],
  ['Loyal', ['442', '331']],
  ['Potential Loyalists', ['424', '321']],
  ['New', ['414', '311']],
  ['About To Sleep', ['211', '224']],
  ['At Risk', ['244', '142']],
  ['Cannot Lose Them', ['144', '133']],
  ['Lost', ['111', '124']],
])('%s lie where their name says', (name, scores) => {
  for (const digits of scores) expect(namesAt(quartileSegments, digits)).toEqual([name])
})
