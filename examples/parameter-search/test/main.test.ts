import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, expect, test } from 'vitest'

const example = fileURLToPath(new URL('..', import.meta.url))
const packages = fileURLToPath(new URL('../../../packages', import.meta.url))
mkdirSync(join(example, 'build'), { recursive: true })
const folder = mkdtempSync(join(example, 'build', 'main-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const names = readdirSync(packages).map((name) => [`@clientele/${name}`, join(packages, name, 'src/index.ts')])
  await build({
    config: false,
    entry: [join(example, 'src/main.ts'), join(example, 'src/knn-fit.ts')],
    outDir: folder,
    format: 'esm',
    target: 'es2022',
    splitting: false,
    tsconfig: join(example, 'tsconfig.json'),
    noExternal: [/./],
    // What is CommonJS in the bundle asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    esbuildOptions: (options) => void (options.alias = Object.fromEntries(names)),
    removeNodeProtocol: false,
    silent: true,
  })
})

/** Runs the program; `started` gets the process, to interfere with it. */
async function run(args: readonly string[], started: (child: ReturnType<typeof spawn>) => void = () => undefined) {
  const child = spawn(process.execPath, [join(folder, 'main.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => (stdout += String(text)))
  child.stderr.on('data', (text) => (stderr += String(text)))
  started(child)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, stdout, stderr }
}

const linesOf = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0)

test('killed in the middle, a search goes on from its log and prints what one worker prints without a stop', async () => {
  const log = join(folder, 'search.log')
  const killed = await run(['--log', log, '--workers', '2'], (child) => {
    const timer = setInterval(() => linesOf(log) > 30 && child.kill('SIGKILL'), 2)
    child.on('close', () => clearInterval(timer))
  })
  expect(killed).toEqual({ status: null, stdout: '', stderr: '' })
  const noted = linesOf(log) - 1
  expect(noted).toBeLessThan(144)
  const resumed = await run(['--log', log, '--workers', '2'])
  expect(resumed.status).toBe(0)
  expect(resumed.stderr).toBe(`${noted} fits were in the log.\n`)
  const whole = await run(['--workers', '1'])
  expect(whole.stderr).toBe('')
  expect(resumed.stdout).toBe(whole.stdout)
  expect(whole.stdout).toContain('48 settings on three months, the best first:')
})
