import { rowsOf } from '@clientele/core'
import { expect, test } from 'vitest'
import { rfm } from '../../src/rfm.js'
import { combineScores } from '../../src/scores/combine-scores.js'
import { logOf } from '../order-lines.js'

const day = (number: number) => Date.UTC(2024, 0, number)
const log = logOf([
  { customer: 'ann', order: '1', time: day(1), amount: 10 },
  { customer: 'ann', order: '2', time: day(9), amount: 10 },
  { customer: 'bob', order: '3', time: day(2), amount: 50 },
])
const scored = rfm(log, { asOf: day(10), bins: 2, customers: ['zoe'] })
const shown = (table: typeof scored) => rowsOf(table).map((row) => [row['score'], row['scoreSum']])

test('adds digits and sum of the scores to a new table', () => {
  const combined = combineScores(scored)
  expect(shown(combined)).toEqual([
    ['221', 5],
    ['112', 4],
    ['000', 0],
  ])
  expect(combined.columns.slice(0, 6)).toEqual(scored.columns)
})

test('the sum may be weighted, and combining again replaces', () => {
  const twice = combineScores(combineScores(scored), { weights: { monetary: 3 } })
  expect(twice.columns).toHaveLength(8)
  expect(shown(twice)).toEqual([
    ['221', 7],
    ['112', 8],
    ['000', 0],
  ])
})
