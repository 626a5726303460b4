import { expect, test } from 'vitest'
import { isQuality, mergedRows, type ResultRow } from '../src/merged-rows.js'
import { qualityRowsOf } from '../src/quality.js'
import type { Suite } from '../src/suite.js'
import { exampleQuality, exampleRow, line } from './example-suite.js'

const suite = (name: string, works: readonly string[]): Suite => ({
  name,
  works: {},
  lines: works.map((work) => ({ ...line, work })),
})
const row = (work: string, ours: number, name = 'example') => ({
  ...exampleRow({ work }, { ours: { minimum: ours, median: ours } }),
  suite: name,
})
const brief = (rows: readonly ResultRow[]) =>
  rows.map((row) => `${row.suite} ${row.work} ${isQuality(row) ? row.metric : row.ours}`)

test('a new row takes the place of the old one, others are kept, all in the order of the lines', () => {
  const suites = [suite('example', ['a', 'b', 'c']), suite('other', ['a'])]
  const before = [row('a', 9, 'other'), row('b', 1), row('a', 1)]
  expect(brief(mergedRows(suites, before, [row('c', 2), row('b', 2)]))).toEqual([
    'example a 1',
    'example b 2',
    'example c 2',
    'other a 9',
  ])
})

test('a row whose line is gone goes with it', () => {
  expect(mergedRows([suite('example', ['b'])], [row('a', 1)], [])).toEqual([])
})

test('the same work beside two peers makes two rows', () => {
  const both: Suite = { ...suite('example', []), lines: [line, { ...line, peer: 'polars' }] }
  expect(mergedRows([both], [], [exampleRow({ peer: 'polars' }), exampleRow()]).map(({ peer }) => peer)).toEqual([
    'numpy',
    'polars',
  ])
})

test('figures of quality follow the times of their suite, metric by metric', () => {
  const suites = [{ ...suite('example', ['a']), qualities: [exampleQuality] }, suite('other', ['a'])]
  const rows = qualityRowsOf('example', exampleQuality, { precision: 0.2, ndcg: 0.3 })
  const merged = mergedRows(suites, [...rows, row('a', 9, 'other')], [row('a', 1)])
  expect(brief(merged)).toEqual(['example a 1', 'example lists precision', 'example lists ndcg', 'other a 9'])
  expect(merged.map(isQuality)).toEqual([false, true, true, false])
  const better = qualityRowsOf('example', exampleQuality, { precision: 0.5, ndcg: 0.3 })
  expect(mergedRows(suites, rows, better)).toEqual(better)
  expect(mergedRows([suite('example', ['a'])], rows, [])).toEqual([])
})
