import { expect, test } from 'vitest'
import { qualityRowsOf } from '../src/quality.js'
import { duration, figure, limitText, resultsPage, significant } from '../src/results-page.js'
import { exampleQuality, exampleRow } from './example-suite.js'

test('each suite has a table, and the runs stand below', () => {
  const rows = [exampleRow(), exampleRow({ work: 'maximum', limit: 1 }, { note: 'exact' })]
  expect(resultsPage(rows)).toContain(`
## example

| work | peer | ours | theirs | ratio | at most | holds | repetitions | note | run |
|---|---|---|---|---|---|---|---|---|---|
| sum of a million numbers | numpy | 3 ms / 4 ms | 2 ms / 2.5 ms | 1.5× | 2× | yes | 2 |  | 1 |
| maximum | numpy | 3 ms / 4 ms | 2 ms / 2.5 ms | 1.5× | 1× | no | 2 | exact | 1 |

## Runs

1. 2025-06-01, A Processor, 2 cores, load 0.10 before it began: Node 20, numpy 2
`)
})

test('figures of quality stand below the times of their suite, and no run is told for them', () => {
  const figures = qualityRowsOf('example', exampleQuality, { precision: 0.2, ndcg: 0.3 })
  const other = { ...exampleRow(), suite: 'other' }
  const page = resultsPage([...figures, other])
  expect(page).toContain(`
## example

| quality | peer | metric | ours | theirs | at least | holds |
|---|---|---|---|---|---|---|
| lists | implicit | precision | 0.2000 | 0.1000 | 0.0950 | yes |
| lists | implicit | ndcg | 0.3000 | 0.3100 | 0.3050 | no |

## other

| work | peer |`)
  expect(page.match(/^\d+\. /gm)).toEqual(['1. '])
})

test('rows of different runs name theirs', () => {
  const [first, second] = [exampleRow(), exampleRow({ work: 'maximum' })]
  const page = resultsPage([first, { ...second, run: { ...second.run, date: '2025-07-01' } }])
  expect(page).toMatch(/\| sum of a million numbers .* \| 1 \|\n/)
  expect(page).toMatch(/\| maximum .* \| 2 \|\n/)
  expect(page).toMatch(/1\. 2025-06-01.*\n2\. 2025-07-01/)
})

test('what has no peer or no limit gets a dash', () => {
  expect(resultsPage([exampleRow({ limit: null }, { theirs: undefined })])).toContain(
    '| 3 ms / 4 ms | – | – | – | – | 2 |',
  )
})

test('a limit may be a ratio, a time or both', () => {
  expect(limitText({ limit: 0.1 })).toBe('0.1×')
  expect(limitText({ limit: null, limitSeconds: 0.2 })).toBe('200 ms')
  expect(limitText({ limit: 2, limitSeconds: 1 })).toBe('2× and 1 s')
  expect(limitText({ limit: null })).toBeUndefined()
})

test('durations come in the unit that reads best', () => {
  expect([12.345, 0.012345, 0.000012345, 0.000000012345].map(duration)).toEqual([
    '12.3 s',
    '12.3 ms',
    '12.3 µs',
    '12.3 ns',
  ])
})

test('three digits, no exponent; four decimals of a figure of quality', () => {
  expect(figure(0.34996)).toBe('0.3500')
  expect([0.00069312, 1234.5, 0.5].map(significant)).toEqual(['0.000693', '1230', '0.5'])
})
