// `npm run published`: what npm would publish of each package, judged by publint and by attw, two packages at a time.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const packages = readdirSync(`${root}packages`)
await Promise.all([judgeNext(), judgeNext()])

async function judgeNext() {
  for (let name = packages.shift(); name !== undefined; name = packages.shift()) {
    await judge('publint', [`packages/${name}`, '--strict'])
    await judge('attw', ['--pack', `packages/${name}`, '--profile', 'node16', '--format', 'ascii'])
    console.log(`${name}: publint and attw found nothing`)
  }
}

/**
 * @param {string} tool
 * @param {string[]} args
 */
async function judge(tool, args) {
  try {
    await promisify(execFile)(`${root}node_modules/.bin/${tool}`, args, { cwd: root })
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error)
    console.error(`${tool} ${args.join(' ')}\n${stdout}${stderr}`)
    process.exit(1)
  }
}
