import { rowsOf } from '@clientele/core'
import { expect, test } from 'vitest'
import { rfm } from '../../../src/rfm.js'
import { nameSegments } from '../../../src/segments/name-segments.js'
import { shopifySegments } from '../../../src/segments/presets/shopify-segments.js'
import { logOf } from '../../order-lines.js'
import { everyScore, namesAt, segmentCount, wrongScores } from './segment-at.js'

/** The table of the preset's documentation: recency 5 to 1 against a low, middle or high mean of frequency and money. */
const table: Record<string, readonly string[]> = {
  '5': ['New', 'Active', 'Champions'],
  '4': ['Promising', 'Active', 'Loyal'],
  '3': ['Promising', 'Needs Attention', 'Loyal'],
  '2': ['Almost Lost', 'At Risk', 'Previously Loyal'],
  '1': ['Dormant', 'At Risk', 'Previously Loyal'],
}

test('each combination of scores belongs to exactly one of the rules, which make ten segments', () => {
  expect(wrongScores(shopifySegments, 5)).toEqual([])
  expect(segmentCount(shopifySegments)).toBe(10)
})

test('the mean of frequency and monetary scores decides with recency', () => {
  for (const digits of everyScore(5)) {
    const [r, f, m] = [...digits] as [string, string, string]
    const mean = (Number(f) + Number(m)) / 2
    const expected = table[r]![mean <= 2 ? 0 : mean < 4 ? 1 : 2]
    expect(namesAt(shopifySegments, digits), digits).toEqual([expected])
  }
})

test('customers without an order make the eleventh', () => {
  const log = logOf([{ customer: 'ann', order: '1', time: 0, amount: 10 }])
  const named = nameSegments(rfm(log, { asOf: 0, customers: ['zoe'] }), shopifySegments)
  expect(rowsOf(named).map((row) => row['segment'])).toEqual(['New', 'Prospects'])
  expect(named.columns.at(-1)!.labels).toHaveLength(11)
})
