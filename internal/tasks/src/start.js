// `npm start`: builds what the whole path needs, then runs it here, with the arguments and the folder of the caller.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const main = new URL('../../../examples/whole-path/dist/main.js', import.meta.url)

build()
process.chdir(process.env.INIT_CWD ?? process.cwd())
process.argv[1] = fileURLToPath(main)
await import(main.href)

/** Brings the built files up to date; says nothing on stdout, and on stderr only what went wrong. */
function build() {
  if (process.stderr.isTTY && !existsSync(main)) process.stderr.write('Building the packages, once …\n')
  const turbo = `${root}node_modules/turbo/bin/turbo`
  if (!existsSync(turbo)) {
    process.stderr.write('npm start: nothing is installed yet; run npm ci first\n')
    process.exit(1)
  }
  const args = ['run', 'build:code', '--filter=@clientele-examples/whole-path...', '--output-logs=errors-only']
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [turbo, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  })
  if (status === 0) return
  if (signal === null) process.stderr.write(`${stdout}${stderr}`)
  process.exit(signal === 'SIGINT' ? 130 : 1)
}
