import { expect, test } from 'vitest'
import type { QualityRow } from '../src/quality.js'
import { runQualities } from '../src/run-qualities.js'
import type { Suite } from '../src/suite.js'
import { exampleQuality } from './example-suite.js'

async function outcome(suite: Suite) {
  const rows: QualityRow[] = []
  const failures: string[] = []
  const succeeded = await runQualities(suite, {
    judged: (found) => rows.push(...found),
    failed: ({ work }, reason) => failures.push(`${work}: ${reason}`),
  })
  return { values: rows.map(({ metric, value }) => `${metric} ${value}`), failures, succeeded }
}

test('one that fails has no rows and says why; the others are measured', async () => {
  const missing = () => {
    throw new Error('no such file')
  }
  const qualities = [{ ...exampleQuality, work: 'broken', measure: missing }, exampleQuality]
  expect(await outcome({ name: 'example', works: {}, lines: [], qualities })).toEqual({
    values: ['precision 0.2', 'ndcg 0.3'],
    failures: ['broken: no such file'],
    succeeded: false,
  })
})

test('a suite of times alone has nothing to measure here', async () => {
  expect(await outcome({ name: 'example', works: {}, lines: [] })).toEqual({
    values: [],
    failures: [],
    succeeded: true,
  })
})
