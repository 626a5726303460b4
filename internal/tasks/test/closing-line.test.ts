import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../src/closing-line.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'closing-line-'))
const results = join(folder, 'results.json')
afterAll(() => rmSync(folder, { recursive: true }))

const closingLine = (status: number, path: string) =>
  execFileSync(process.execPath, [script, String(status), path], { encoding: 'utf8' })

test('the line gives the counts of the tests', () => {
  writeFileSync(results, JSON.stringify({ numPassedTests: 41, numFailedTests: 0 }))
  expect(closingLine(0, results)).toBe('41 passed, 0 failed\n')
  writeFileSync(results, JSON.stringify({ numPassedTests: 39, numFailedTests: 2 }))
  expect(closingLine(1, results)).toBe('39 passed, 2 failed\n')
})

test('a stage that failed before or beside the tests is one failure', () => {
  writeFileSync(results, JSON.stringify({ numPassedTests: 41, numFailedTests: 0 }))
  expect(closingLine(1, results)).toBe('41 passed, 1 failed\n')
  expect(closingLine(1, join(folder, 'missing.json'))).toBe('0 passed, 1 failed\n')
})
