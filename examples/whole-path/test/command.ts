import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll } from 'vitest'

/** How a run of the command ended. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const example = fileURLToPath(new URL('..', import.meta.url))
const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

/** The command as it stands in the sources, built into a folder of its own that goes when the tests of the file have ended. */
export async function builtCommand(): Promise<string> {
  await mkdir(join(example, 'build'), { recursive: true })
  const outDir = mkdtempSync(join(example, 'build', 'command-'))
  afterAll(() => rmSync(outDir, { recursive: true }))
  const alias = Object.fromEntries(
    readdirSync(packages).map((name) => [`@clientele/${name}`, join(packages, name, 'src/index.ts')]),
  )
  await build({
    config: false,
    entry: [join(example, 'src/main.ts')],
    outDir,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(example, 'tsconfig.json'),
    noExternal: [/./],
    // What is CommonJS in the bundle asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    esbuildOptions: (options) => void (options.alias = alias),
    removeNodeProtocol: false,
    silent: true,
  })
  return join(outDir, 'main.js')
}

/** Runs the command to its end; `started` gets the process, to interfere with it. */
export function run(
  command: string,
  args: readonly string[],
  started: (child: ReturnType<typeof spawn>) => void = () => undefined,
): Promise<Run> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  started(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** An empty folder that goes when the tests of the file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whole-path-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}
