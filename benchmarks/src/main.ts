// `npm run bench`: measures, prints what it finds and, with --peers, writes RESULTS.md and results.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { cacheFolder } from './cache-folder.js'
import { optionsOf, usage, type Options } from './command-line.js'
import { duration, limitText, resultsPage, significant } from './results-page.js'
import { mergedRows, type Row } from './row.js'
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

async function bench(chosen: readonly Suite[], { peers, repetitions }: Options): Promise<boolean> {
  const rows: Row[] = []
  const cache = cacheFolder()
  const load = loadavg()[0]!
  if (load > QUIET_LOAD) console.log(`This machine was busy in the last minute (load ${load}): figures may be off.`)
  let succeeded = true
  for (const suite of chosen) {
    console.log(`\n${suite.name}`)
    const whole = await runSuite(suite, startSides(suite, { peers, cache }), {
      cache,
      load,
      repetitions,
      failed: ({ work, peer }, reason) => console.log(`  ${work} | ${peer}: FAILED, ${reason}`),
      measured(row, { theirs }) {
        rows.push(row)
        const skipped = theirs && row.theirs === null ? '; peer skipped, needs --peers' : ''
        console.log(`  ${row.work} | ${row.peer}: ${figures(row)}${skipped}`)
      },
    })
    succeeded &&= whole
    if (peers) write(rows)
  }
  if (peers) console.log('\nWritten: benchmarks/RESULTS.md, benchmarks/results.json')
  else console.log('\nNothing was written: the results are those of a run with --peers.')
  return succeeded
}

function figures(row: Row): string {
  const { ours, theirs, ratio, holds } = row
  const verdict = holds === null ? '' : `, at most ${limitText(row)} ${holds ? 'holds' : 'DOES NOT HOLD'}`
  if (theirs === null || ratio === null) return duration(ours) + verdict
  return `${duration(ours)} by ${duration(theirs)} = ${significant(ratio)}×${verdict}`
}

function write(measured: readonly Row[]): void {
  const before = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Row[]) : []
  const rows = mergedRows(suites, before, measured)
  writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
  writeFileSync(page, resultsPage(rows))
}
