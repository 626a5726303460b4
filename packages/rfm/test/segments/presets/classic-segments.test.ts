import { expect, test } from 'vitest'
import { classicSegments } from '../../../src/segments/presets/classic-segments.js'
import { namesAt, segmentCount, wrongScores } from './segment-at.js'

test('each combination of scores belongs to exactly one of the rules, which make eleven segments', () => {
  expect(wrongScores(classicSegments, 5)).toEqual([])
  expect(segmentCount(classicSegments)).toBe(11)
})

test.each([
  ['Champions', ['555', '444']],
  ['Loyal', ['551', '443', '355', '341']],
  ['Potential Loyalists', ['523', '431']],
  ['New', ['513']],
  ['Promising', ['413']],
  ['Need Attention', ['333']],
  ['About To Sleep', ['323', '315']],
  ['At Risk', ['153', '235']],
  ['Cannot Lose Them', ['155', '244']],
  ['Hibernating', ['223', '215']],
  ['Lost', ['111', '125']],
])('%s lie where their name says', (name, scores) => {
  for (const digits of scores) expect(namesAt(classicSegments, digits)).toEqual([name])
})
