import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { environmentFolder, peersEnvironment, peersPython } from '../src/peers-python.js'

const cache = mkdtempSync(join(tmpdir(), 'peers-python-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('the peers see two threads and no forced kernels; the rest of the environment stays', () => {
  const env = peersEnvironment({
    PATH: '/bin',
    OPENBLAS_CORETYPE: 'Haswell',
    OPENBLAS_L2_SIZE: '1',
    OMP_NUM_THREADS: '8',
  })
  expect(env).toMatchObject({ PATH: '/bin', OMP_NUM_THREADS: '2', OPENBLAS_NUM_THREADS: '2' })
  expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['OPENBLAS_CORETYPE']))
  expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['OPENBLAS_L2_SIZE']))
})

test('an environment that is complete is used as it is, and another list of versions has another one', () => {
  const requirements = join(cache, 'requirements.txt')
  writeFileSync(requirements, 'numpy==2.4.6\n')
  const folder = environmentFolder(cache, requirements)
  mkdirSync(folder)
  writeFileSync(join(folder, 'complete'), '')
  expect(peersPython(cache, requirements)).toContain(folder)
  expect(readdirSync(folder)).toEqual(['complete'])
  writeFileSync(requirements, 'numpy==2.4.5\n')
  expect(environmentFolder(cache, requirements)).not.toBe(folder)
})

const LISTS = {
  'requirements.txt': ['scikit-learn', 'implicit', 'scikit-surprise'],
  'requirements-metrics.txt': ['rectools'],
}

test.each(Object.entries(LISTS))('every version of %s that is compared with is pinned', (name, packages) => {
  const path = fileURLToPath(new URL(`../peers/${name}`, import.meta.url))
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.filter((line) => !/^[a-z0-9-]+==[\d.]+$/.test(line))).toEqual([])
  expect(lines.map((line) => line.split('==')[0])).toEqual(expect.arrayContaining(packages))
})
