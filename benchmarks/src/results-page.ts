import { isQuality, type ResultRow } from './merged-rows.js'
import type { QualityRow } from './quality.js'
import type { Row, Run } from './row.js'

const HEAD = `# Results

Written by \`npm run bench -- --peers\`; how it is measured stands in the [README](README.md). Times are minimum / median of the
repetitions, the ratio is that of the minima: ours by theirs, smaller is faster. Figures of quality are the same on every machine;
higher is better.
`

const TIME_COLUMNS = ['work', 'peer', 'ours', 'theirs', 'ratio', 'at most', 'holds', 'repetitions', 'note', 'run']
const QUALITY_COLUMNS = ['quality', 'peer', 'metric', 'ours', 'theirs', 'at least', 'holds']

/** `RESULTS.md`: for each suite a table of times and one of quality, then the runs that the times come from. */
export function resultsPage(rows: readonly ResultRow[]): string {
  const times = rows.filter((row): row is Row => !isQuality(row))
  const runs = [...new Map(times.map(({ run }) => [JSON.stringify(run), run])).values()]
  const numbers = new Map(runs.map((run, index) => [JSON.stringify(run), index + 1]))
  const suites = [...new Set(rows.map(({ suite }) => suite))].map((suite) => {
    const own = times.filter((row) => row.suite === suite)
    const cells = own.map((row) => [...cellsOf(row), String(numbers.get(JSON.stringify(row.run)))])
    const qualities = rows.filter(isQuality).filter((row) => row.suite === suite)
    return `\n## ${suite}\n${table(TIME_COLUMNS, cells)}${table(QUALITY_COLUMNS, qualities.map(qualityCells))}`
  })
  return `${HEAD}${suites.join('')}\n## Runs\n\n${runs.map((run, index) => `${index + 1}. ${sentence(run)}\n`).join('')}`
}

function cellsOf(row: Row): string[] {
  const { work, peer, ours, oursMedian, theirs, theirsMedian, ratio, holds, repetitions, note } = row
  return [
    work,
    peer,
    `${duration(ours)} / ${duration(oursMedian)}`,
    theirs === null || theirsMedian === null ? '–' : `${duration(theirs)} / ${duration(theirsMedian)}`,
    ratio === null ? '–' : `${significant(ratio)}×`,
    limitText(row) ?? '–',
    holds === null ? '–' : holds ? 'yes' : 'no',
    String(repetitions),
    note ?? '',
  ]
}

/** What a row may be at most, in words; `undefined` where it is only reported. */
export function limitText({ limit, limitSeconds }: Pick<Row, 'limit' | 'limitSeconds'>): string | undefined {
  const limits = [
    ...(limit === null ? [] : [`${limit}×`]),
    ...(limitSeconds === undefined ? [] : [duration(limitSeconds)]),
  ]
  return limits.length === 0 ? undefined : limits.join(' and ')
}

function qualityCells({ work, peer, metric, value, expected, tolerance, holds }: QualityRow): string[] {
  return [work, peer, metric, figure(value), figure(expected), figure(expected - tolerance), holds ? 'yes' : 'no']
}

/** A table, where there is anything to show. */
function table(columns: readonly string[], cells: readonly string[][]): string {
  if (cells.length === 0) return ''
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |\n`
  return `\n${line(columns)}${'|---'.repeat(columns.length)}|\n${cells.map(line).join('')}`
}

function sentence({ date, processor, load, versions }: Run): string {
  const all = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `${date}, ${processor}, load ${load.toFixed(2)} before it began: ${all.join(', ')}`
}

/** Seconds in the unit that reads best. @example duration(0.0123) // '12.3 ms' */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${significant(seconds)} s`
  if (seconds >= 1e-3) return `${significant(seconds * 1e3)} ms`
  return seconds >= 1e-6 ? `${significant(seconds * 1e6)} µs` : `${significant(seconds * 1e9)} ns`
}

/** Three significant digits, without an exponent. */
export function significant(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** A figure of quality. @example figure(0.34492) // '0.3449' */
export function figure(value: number): string {
  return value.toFixed(4)
}
