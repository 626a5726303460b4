import { expect, test } from 'vitest'
import { mergedRows, rowOf } from '../src/row.js'
import type { Suite } from '../src/suite.js'
import { exampleRow, line, measured, quietRun } from './example-suite.js'

test('a row begins with the fields that others read, times are minima and the ratio is theirs', () => {
  const row = rowOf('example', line, measured, quietRun)
  expect(Object.keys(row).slice(0, 7)).toEqual(['suite', 'work', 'peer', 'ours', 'theirs', 'ratio', 'limit'])
  expect(row).toMatchObject({ suite: 'example', ours: 0.003, theirs: 0.002, ratio: 1.5, limit: 2, holds: true })
})

test('a ratio above the limit does not hold', () => {
  expect(exampleRow({ limit: 1.4 }).holds).toBe(false)
  expect(exampleRow({ limit: 1.5 }).holds).toBe(true)
})

test('what is only reported holds neither way', () => {
  expect(exampleRow({ limit: null })).toMatchObject({ ratio: 1.5, holds: null })
  expect(exampleRow({}, { theirs: undefined })).toMatchObject({ theirs: null, ratio: null, holds: null })
})

test('a limit in seconds holds for our own time, beside a peer or alone', () => {
  const alone = { theirs: undefined }
  expect(exampleRow({ limit: null, limitSeconds: 0.003 }, alone)).toMatchObject({ limitSeconds: 0.003, holds: true })
  expect(exampleRow({ limit: null, limitSeconds: 0.002 }, alone).holds).toBe(false)
  expect(exampleRow({ limit: 2, limitSeconds: 0.002 }).holds).toBe(false)
  expect(exampleRow({ limit: 1, limitSeconds: 0.003 }).holds).toBe(false)
})

const suite = (name: string, works: readonly string[]): Suite => ({
  name,
  works: {},
  lines: works.map((work) => ({ ...line, work })),
})
const row = (work: string, ours: number, name = 'example') => ({
  ...exampleRow({ work }, { ours: { minimum: ours, median: ours } }),
  suite: name,
})
const brief = (rows: readonly { suite: string; work: string; ours: number }[]) =>
  rows.map(({ suite, work, ours }) => `${suite} ${work} ${ours}`)

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
