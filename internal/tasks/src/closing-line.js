// closing-line.js STATUS RESULTS: the last line of .ci/run, "N passed, N failed", from the exit status of npm test and the
// tests' results in JSON. What failed before or beside the tests counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const [status, results = ''] = process.argv.slice(2)
const { numPassedTests: passed, numFailedTests: failed } = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 }
console.log(`${passed} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`)
