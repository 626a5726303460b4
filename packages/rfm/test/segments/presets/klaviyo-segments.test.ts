import { expect, test } from 'vitest'
import { klaviyoSegments } from '../../../src/segments/presets/klaviyo-segments.js'
import { namesAt, segmentCount, wrongScores } from './segment-at.js'

test('each combination of scores belongs to exactly one of the rules, which make six segments', () => {
  expect(wrongScores(klaviyoSegments, 3)).toEqual([])
  expect(segmentCount(klaviyoSegments)).toBe(6)
})

test.each([
  ['Champions', ['333', '332', '323']],
  ['Loyal', ['321', '322', '331', '232', '233']],
  ['Recent', ['311', '312', '313']],
  ['Needs Attention', ['211', '222', '231']],
  ['At Risk', ['133', '121']],
  ['Inactive', ['111', '113']],
])('%s have the scores that Klaviyo or their description gives', (name, scores) => {
  for (const digits of scores) expect(namesAt(klaviyoSegments, digits)).toEqual([name])
})
