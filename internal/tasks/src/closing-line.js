// The last line of .ci/run, "N passed, N failed": the tests' own counts; what failed before or beside them counts as one.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const results = fileURLToPath(new URL('../../../build/test-results.json', import.meta.url))
const succeeded = process.argv[2] === '0'

const { numPassedTests: passed, numFailedTests: failed } = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 }
console.log(`${passed} passed, ${succeeded ? failed : Math.max(failed, 1)} failed`)
