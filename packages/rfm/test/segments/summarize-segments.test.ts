import { featureColumn, rowsOf, type FeatureTable } from '@clientele/core'
import { expect, test } from 'vitest'
import { summarizeSegments } from '../../src/segments/summarize-segments.js'

const named = (monetary: readonly number[]): FeatureTable => ({
  entity: 'customer',
  index: { ids: ['a', 'b', 'c', 'd'] },
  columns: [
    { name: 'recency', values: Float64Array.of(1, 30, 4, 7) },
    { name: 'frequency', values: Int32Array.of(9, 1, 2, 4) },
    { name: 'monetary', values: Float64Array.from(monetary) },
    { name: 'segment', values: Int32Array.of(0, 2, 0, 0), labels: ['Here', 'Nobody', '__proto__'] },
  ],
})

test('tells size, money, and means and medians of the metrics', () => {
  expect(rowsOf(summarizeSegments(named([60, 20, 100, 20])))).toEqual([
    {
      segment: 'Here',
      customers: 3,
      customerShare: 0.75,
      revenue: 180,
      revenueShare: 0.9,
      valueConcentration: 1.2,
      meanRecency: 4,
      medianRecency: 4,
      meanFrequency: 5,
      medianFrequency: 4,
      meanMonetary: 60,
      medianMonetary: 60,
    },
    {
      segment: '__proto__',
      customers: 1,
      customerShare: 0.25,
      revenue: 20,
      revenueShare: 0.1,
      valueConcentration: 0.4,
      meanRecency: 30,
      medianRecency: 30,
      meanFrequency: 1,
      medianFrequency: 1,
      meanMonetary: 20,
      medianMonetary: 20,
    },
  ])
})

test('a segment without customers has no row', () => {
  expect(summarizeSegments(named([1, 1, 1, 1])).index.ids).toEqual(['Here', '__proto__'])
})

test.each([[[0, 0, 0, 0]], [[5, -5, 0, 0]], [[1, -9, 1, 1]]])(
  'has no shares of a revenue of 0 or less: %j',
  (monetary) => {
    const summary = summarizeSegments(named(monetary))
    expect([...featureColumn(summary, 'revenueShare').values]).toEqual([0, 0])
    expect([...featureColumn(summary, 'valueConcentration').values]).toEqual([0, 0])
  },
)

test('refuses a table whose customers have no segments yet', () => {
  const table = named([1, 1, 1, 1])
  expect(() => summarizeSegments({ ...table, columns: table.columns.slice(0, 3) })).toThrow(
    new TypeError('summarizeSegments: table must have a column of segments (see nameSegments), got an object'),
  )
})

test('refuses revenue beyond the range of a number', () => {
  expect(() => summarizeSegments(named([1e308, 1e308, 1e308, 1]))).toThrow(
    'summarizeSegments: the sum of monetary must be finite, got Infinity',
  )
})
