import { rowsOf } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rfm } from '../../src/rfm.js'
import { combineScores } from '../../src/scores/combine-scores.js'
import { scoreWith } from '../../src/scores/score-with.js'
import { analysisDate, logOf, orderLines } from '../order-lines.js'

const cuts = { recency: [30, 90], frequency: [1, 3], monetary: [50, 200] }

test('scores one customer on the scale of the cuts', () => {
  const score = scoreWith(cuts, { weights: { recency: 2 } })
  expect(score({ recency: 12, frequency: 2, monetary: 340 })).toEqual({
    recency: 3,
    frequency: 2,
    monetary: 3,
    digits: '323',
    sum: 11,
  })
})

test('scores every customer of a table as the table does', () => {
  fc.assert(
    fc.property(orderLines, fc.integer({ min: 2, max: 12 }), (lines, bins) => {
      const table = combineScores(rfm(logOf(lines), { asOf: analysisDate, bins }))
      const score = scoreWith(table.cuts)
      for (const row of rowsOf(table)) {
        const { digits, sum } = score(row as any)
        expect([digits, sum]).toEqual([row['score'], row['scoreSum']])
      }
    }),
  )
})

test('later changes of the cuts do not change the scale', () => {
  const own = { ...cuts, monetary: [50, 200] }
  const score = scoreWith(own)
  own.monetary[0] = 500
  expect(score({ recency: 0, frequency: 1, monetary: 100 }).monetary).toBe(2)
})

test('refuses cuts and values that are none', () => {
  expect(() => scoreWith({ ...cuts, recency: [90, 30] })).toThrow(
    'scoreWith: cuts.recency[1] must be at least 90, got 30',
  )
  expect(() => scoreWith(cuts)({ recency: 1, frequency: NaN, monetary: 1 })).toThrow(
    'scoreWith: values.frequency must be finite, got NaN',
  )
})
