// Compiles the kernels of every package where a source is newer than what was made of it, so that tests of sources never run
// yesterday's kernels. What kernels.js does of itself, for all packages at once.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const compiler = `${root}internal/tasks/src/kernels.js`

/** Throws when kernels do not compile; says nothing otherwise. */
export function freshKernels() {
  for (const name of readdirSync(`${root}packages`)) {
    const folder = `${root}packages/${name}`
    const sources = [...filesIn(`${folder}/assembly`), ...filesIn(`${folder}/src/pool`)]
    if (sources.length === 0) continue
    const made = filesIn(`${folder}/src/generated`).map(timeOf)
    if (made.length > 0 && Math.min(...made) >= Math.max(...[compiler, ...sources].map(timeOf))) continue
    const { status } = spawnSync(process.execPath, [compiler], { cwd: folder, stdio: 'inherit' })
    if (status !== 0) throw new Error(`the kernels of ${name} must compile`)
  }
}

/** @param {string} folder */
function filesIn(folder) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`) : []
}

/** @param {string} path */
function timeOf(path) {
  return statSync(path).mtimeMs
}
