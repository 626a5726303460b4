// `npm run bench`: measures, prints what it finds and, with --peers or --quality, writes RESULTS.md and results.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { cacheFolder } from './cache-folder.js'
import { optionsOf, usage, type Options } from './command-line.js'
import { mergedRows, type ResultRow } from './merged-rows.js'
import { duration, figure, limitText, resultsPage, significant } from './results-page.js'
import type { Row } from './row.js'
import { runQualities } from './run-qualities.js'
import { runSuite } from './run-suite.js'
import { selected } from './selection.js'
import { startSides } from './start-sides.js'
import type { Suite } from './suite.js'
import { suites } from './suites/all.js'

const json = new URL('../results.json', import.meta.url)
const page = new URL('../RESULTS.md', import.meta.url)
/** Above this load figures are off: the work itself wants two cores. */
const QUIET_LOAD = 0.5

try {
  const options = optionsOf(process.argv.slice(2))
  if (options.help) process.stdout.write(usage)
  else if (!(await bench(selected(suites, options), options))) process.exitCode = 1
} catch (error) {
  process.stderr.write(`npm run bench: ${(error as Error).message}\n`)
  process.exitCode = 2
}

async function bench(chosen: readonly Suite[], options: Options): Promise<boolean> {
  const rows: ResultRow[] = []
  const load = loadavg()[0]!
  const writes = options.peers || options.quality
  if (load > QUIET_LOAD && !options.quality) {
    console.log(`This machine was busy in the last minute (load ${load}): times may be off.`)
  }
  let succeeded = true
  for (const suite of chosen) {
    console.log(`\n${suite.name}`)
    if (suite.lines.length > 0) succeeded = (await measureTimes(suite, load, options, rows)) && succeeded
    succeeded = (await measureQualities(suite, rows)) && succeeded
    if (writes) write(rows)
  }
  if (writes) console.log('\nWritten: benchmarks/RESULTS.md, benchmarks/results.json')
  else console.log('\nNothing was written: the results are those of a run with --peers or --quality.')
  return succeeded
}

function measureTimes(suite: Suite, load: number, { peers, repetitions }: Options, rows: ResultRow[]) {
  const cache = cacheFolder()
  return runSuite(suite, startSides(suite, { peers, cache }), {
    cache,
    load,
    repetitions,
    failed: ({ work, peer }, reason) => console.log(`  ${work} | ${peer}: FAILED, ${reason}`),
    measured(row, { theirs }) {
      rows.push(row)
      const skipped = theirs && row.theirs === null ? '; peer skipped, needs --peers' : ''
      console.log(`  ${row.work} | ${row.peer}: ${timeText(row)}${skipped}${row.note ? `; ${row.note}` : ''}`)
    },
  })
}

function measureQualities(suite: Suite, rows: ResultRow[]) {
  return runQualities(suite, {
    failed: ({ work }, reason) => console.log(`  ${work}: FAILED, ${reason}`),
    judged(found) {
      rows.push(...found)
      for (const { work, peer, metric, value, expected, tolerance, holds } of found) {
        const verdict = `at least ${figure(expected - tolerance)} ${holds ? 'holds' : 'DOES NOT HOLD'}`
        console.log(`  ${work} | ${peer}: ${metric} ${figure(value)} by ${figure(expected)}, ${verdict}`)
      }
    },
  })
}

function timeText(row: Row): string {
  const { ours, theirs, ratio, holds } = row
  const verdict = holds === null ? '' : `, at most ${limitText(row)} ${holds ? 'holds' : 'DOES NOT HOLD'}`
  if (theirs === null || ratio === null) return duration(ours) + verdict
  return `${duration(ours)} by ${duration(theirs)} = ${significant(ratio)}×${verdict}`
}

function write(measured: readonly ResultRow[]): void {
  const before = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as ResultRow[]) : []
  const rows = mergedRows(suites, before, measured)
  writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
  writeFileSync(page, resultsPage(rows))
}
