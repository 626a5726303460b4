import { featureColumn, rowsOf } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameSegments } from '../../src/segments/name-segments.js'
import { rfm } from '../../src/rfm.js'
import { classicSegments } from '../../src/segments/presets/classic-segments.js'
import { quartileSegments } from '../../src/segments/presets/quartile-segments.js'
import type { SegmentRule } from '../../src/segments/segment-rules.js'
import { analysisDate, logOf, orderLines } from '../order-lines.js'

const day = (number: number) => Date.UTC(2024, 0, number)
const log = logOf([
  { customer: 'ann', order: '1', time: day(1), amount: 10 },
  { customer: 'ann', order: '2', time: day(9), amount: 10 },
  { customer: 'bob', order: '3', time: day(2), amount: 50 },
])
const rules: SegmentRule[] = [
  { name: 'Here', recency: [2, 2], frequency: 'any', monetary: 'any' },
  { name: 'Away', recency: 'any', frequency: 'any', monetary: 'any' },
]

test('adds the name of each segment to a new table', () => {
  const scored = rfm(log, { asOf: day(10), bins: 2 })
  const before = structuredClone(scored)
  const named = nameSegments(scored, rules)
  expect(rowsOf(named).map((row) => [row['customer'], row['segment']])).toEqual([
    ['ann', 'Here'],
    ['bob', 'Away'],
  ])
  expect(named.columns.slice(0, 6)).toEqual(scored.columns)
  expect([named.asOf, named.cuts]).toEqual([scored.asOf, scored.cuts])
  expect(scored).toEqual(before)
})

test('labels are all segments in the order of the rules, and naming again replaces', () => {
  const twice = nameSegments(nameSegments(rfm(log, { asOf: day(10), bins: 2 }), rules), [...rules].reverse())
  expect(twice.columns).toHaveLength(7)
  const { labels, values } = featureColumn(twice, 'segment')
  expect(labels).toEqual(['Away', 'Here'])
  expect([...values]).toEqual([0, 0])
})

test('customers without an order are prospects', () => {
  const named = nameSegments(rfm(log, { asOf: day(10), bins: 2, customers: ['zoe'] }), rules)
  expect(rowsOf(named).map((row) => row['segment'])).toEqual(['Here', 'Away', 'Prospects'])
})

test('metrics may have different numbers of bins', () => {
  const scored = rfm(log, { asOf: day(10), cuts: { recency: [3], frequency: [0, 1], monetary: [1, 2, 30] } })
  const named = nameSegments(scored, [
    { name: 'Big', recency: 'any', frequency: 'any', monetary: [4, 4] },
    { name: 'Often', recency: [2, 2], frequency: [3, 3], monetary: 'any' },
    { name: 'Rest', recency: 'any', frequency: 'any', monetary: 'any' },
  ])
  expect(rowsOf(named).map((row) => row['segment'])).toEqual(['Often', 'Big'])
})

test.each([
  { bins: 5, preset: classicSegments },
  { bins: 4, preset: quartileSegments },
])('$bins bins have rules of their own', ({ bins, preset }) => {
  fc.assert(
    fc.property(orderLines, (lines) => {
      const scored = rfm(logOf(lines), { asOf: analysisDate, bins })
      expect(nameSegments(scored)).toEqual(nameSegments(scored, preset))
    }),
  )
})

test('other numbers of bins need rules', () => {
  expect(() => nameSegments(rfm(log, { asOf: day(10), bins: 3 }))).toThrow(
    'nameSegments: rules must be given for 3, 3 and 3 bins, got undefined',
  )
})
