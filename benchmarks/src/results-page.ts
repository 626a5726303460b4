import type { Row, Run } from './row.js'

const HEAD = `# Results

Written by \`npm run bench -- --peers\`; how it is measured stands in the [README](README.md). Times are minimum / median of the
repetitions, the ratio is that of the minima: ours by theirs, smaller is faster.
`

const COLUMNS = ['work', 'peer', 'ours', 'theirs', 'ratio', 'at most', 'holds', 'repetitions', 'note', 'run']

/** `RESULTS.md`: a table for each suite, then the runs that its rows come from. */
export function resultsPage(rows: readonly Row[]): string {
  const runs = [...new Map(rows.map(({ run }) => [JSON.stringify(run), run])).values()]
  const numbers = new Map(runs.map((run, index) => [JSON.stringify(run), index + 1]))
  const suites = [...new Set(rows.map(({ suite }) => suite))].map((suite) => {
    const cells = rows
      .filter((row) => row.suite === suite)
      .map((row) => [...cellsOf(row), String(numbers.get(JSON.stringify(row.run)))])
    return `\n## ${suite}\n\n${table(cells)}`
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

function table(cells: readonly string[][]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |\n`
  return `${line(COLUMNS)}${'|---'.repeat(COLUMNS.length)}|\n${cells.map(line).join('')}`
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
