import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Row } from '../src/row.js'
import { runSuite } from '../src/run-suite.js'
import type { Sides } from '../src/start-sides.js'
import type { Suite } from '../src/suite.js'
import { line } from './example-suite.js'
import { fakeSide } from './fake-side.js'

const cache = mkdtempSync(join(tmpdir(), 'run-suite-'))
afterAll(() => rmSync(cache, { recursive: true }))

const { theirs: _, ...alone } = { ...line, work: 'alone', repetitions: 1 }
const suite: Suite = { name: 'example', works: {}, lines: [{ ...line, repetitions: 1 }, alone] }

async function outcome(sides: Sides) {
  const rows: Row[] = []
  const failures: string[] = []
  const succeeded = await runSuite(suite, sides, {
    cache,
    load: 0.1,
    measured: (row) => rows.push(row),
    failed: ({ work }, reason) => failures.push(`${work}: ${reason}`),
  })
  return { rows, failures, succeeded }
}

test('every line gets a row that says where and with which versions it was measured', async () => {
  const log: string[] = []
  const { rows, failures, succeeded } = await outcome({
    node: fakeSide('node', log, { seconds: [1, 1, 2, 2] }),
    python: fakeSide('python', log, { seconds: [4, 4] }),
  })
  expect({ failures, succeeded }).toEqual({ failures: [], succeeded: true })
  expect(rows.map(({ work, ours, theirs }) => [work, ours, theirs])).toEqual([
    [line.work, 1, 4],
    ['alone', 2, null],
  ])
  expect(rows[0]!.run).toMatchObject({ load: 0.1, versions: { node: '1.0', python: '1.0' } })
  expect(log.slice(-2)).toEqual(['node close', 'python close'])
})

test('without Python its lines are measured alone, and that is no failure', async () => {
  const { rows, failures, succeeded } = await outcome({
    node: fakeSide('node', [], { seconds: [1, 1, 2, 2] }),
    python: undefined,
  })
  expect({ failures, succeeded }).toEqual({ failures: [], succeeded: true })
  expect(rows.map(({ work, ours, theirs, holds }) => [work, ours, theirs, holds])).toEqual([
    [line.work, 1, null, null],
    ['alone', 2, null, null],
  ])
})

test('a line that fails has no row and says why; the others are measured', async () => {
  const { rows, failures, succeeded } = await outcome({
    node: fakeSide('node', [], { seconds: [1, 2, 2] }),
    python: fakeSide('python', []),
  })
  expect(failures).toEqual([`${line.work}: python has no more times`])
  expect(rows.map(({ work }) => work)).toEqual(['alone'])
  expect(succeeded).toBe(false)
})
