import { expect, test } from 'vitest'
import { cellOf, segmentCells } from '../../src/segments/segment-cells.js'
import { classicSegments, quartileSegments, type ScoreRange } from '../../src/segments/segment-rules.js'

const presets = [
  { preset: 'classic', rules: classicSegments, bins: 5, segments: 11 },
  { preset: 'quartile', rules: quartileSegments, bins: 4, segments: 8 },
]

test.each(presets)('each combination of scores belongs to exactly one of the $preset rules', ({ rules, bins }) => {
  const scores = Array.from({ length: bins }, (_, i) => i + 1)
  const within = (range: ScoreRange, score: number) => range === 'any' || (range[0] <= score && score <= range[1])
  for (const r of scores) {
    for (const f of scores) {
      for (const m of scores) {
        const matching = rules.filter(
          (rule) => within(rule.recency, r) && within(rule.frequency, f) && within(rule.monetary, m),
        )
        expect(matching, `${r}${f}${m}`).toHaveLength(1)
      }
    }
  }
})

test.each(presets)('the $preset rules make $segments segments', ({ rules, segments }) => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(segments)
})

test('the classic segments lie where their names say', () => {
  const bins = { recency: 5, frequency: 5, monetary: 5 }
  const { names, segment } = segmentCells('fn', classicSegments, bins)
  const at = (r: number, f: number, m: number) =>
    names[segment[cellOf({ recency: r, frequency: f, monetary: m }, bins)]!]
  expect([at(5, 5, 5), at(5, 5, 1), at(3, 5, 5)]).toEqual(['Champions', 'Loyal', 'Loyal'])
  expect([at(5, 1, 3), at(4, 1, 3), at(5, 2, 3)]).toEqual(['New', 'Promising', 'Potential Loyalists'])
  expect([at(3, 3, 3), at(3, 2, 3), at(2, 2, 3)]).toEqual(['Need Attention', 'About To Sleep', 'Hibernating'])
  expect([at(1, 5, 5), at(1, 5, 3), at(2, 3, 5)]).toEqual(['Cannot Lose Them', 'At Risk', 'At Risk'])
  expect(at(1, 1, 1)).toBe('Lost')
})
