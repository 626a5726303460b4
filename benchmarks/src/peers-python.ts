import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Pythons that the pinned versions have builds for, the best first. */
const PYTHONS = ['python3.11', 'python3']

/**
 * The Python of an environment that has exactly what a requirements file pins, made now unless it is in the cache.
 * @throws Error when there is no Python or pip fails, which has then said why
 */
export function peersPython(cache: string, requirements: string): string {
  const folder = environmentFolder(cache, requirements)
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const complete = join(folder, 'complete')
  if (existsSync(complete)) return python
  process.stderr.write('Installing the peers into the cache, once …\n')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  runPython(firstPython(), ['-m', 'venv', folder])
  runPython(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements])
  runPython(python, ['-m', 'pip', 'check'])
  writeFileSync(complete, '')
  return python
}

/** Where the environment of a requirements file lies: another list of versions gets another one. */
export function environmentFolder(cache: string, requirements: string): string {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  return join(cache, `python-${digest}`)
}

/**
 * What the peers' process sees: two threads at most, and the kernels that a current OpenBLAS chooses for this processor.
 * Machines where an old OpenBLAS miscalculates set the two variables that are left out; here they would only slow it down.
 */
export function peersEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...rest } = env
  const threads = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'POLARS_MAX_THREADS']
  return { ...rest, PYTHONDONTWRITEBYTECODE: '1', ...Object.fromEntries(threads.map((name) => [name, '2'])) }
}

function firstPython(): string {
  const found = PYTHONS.find((name) => spawnSync(name, ['--version']).status === 0)
  if (found === undefined) throw new Error('--peers needs Python 3.11, got none in the PATH')
  return found
}

function runPython(python: string, args: readonly string[]): void {
  const { status } = spawnSync(python, args, { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`${python} ${args.slice(0, 3).join(' ')} must succeed, got exit code ${status}`)
}
