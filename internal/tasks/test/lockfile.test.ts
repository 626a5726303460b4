import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingBuilds, sortedPackages } from '../src/lockfile.js'

const tool = (builds: string[]) => ({
  'node_modules/tool': {
    version: '2.0.0',
    dev: true,
    license: 'MIT',
    optionalDependencies: Object.fromEntries(builds.map((name) => [name, '2.0.0'])),
  },
})

test('npm ci finds the builds for every platform in the lockfile', () => {
  const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'))
  expect(Object.keys(missingBuilds(lock.packages)), '`npm run lockfile` adds what is missing').toEqual([])
})

test('a build that the lockfile lacks is described as its name says', () => {
  const packages = {
    ...tool(['@tool/linux-x64-musl', '@tool/windows-64']),
    'node_modules/@tool/windows-64': { version: '2.0.0' },
  }
  expect(missingBuilds(packages)).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '2.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      license: 'MIT',
      optional: true,
      os: ['linux'],
    },
  })
  expect(missingBuilds(tool(['@tool/windows-64']))).toMatchObject({
    'node_modules/@tool/windows-64': { cpu: ['x64'], os: ['win32'] },
  })
})

test('a name that says no platform is an error', () => {
  expect(() => missingBuilds(tool(['fsevents']))).toThrow('"fsevents" must be named after its platform')
})

test('entries stand in the order in which npm writes them', () => {
  const entry = { version: '1.0.0' }
  expect(
    Object.keys(
      sortedPackages({ 'node_modules/b': entry, '': entry, 'node_modules/@a/b': entry, 'packages/x': entry }),
    ),
  ).toEqual(['', 'node_modules/@a/b', 'node_modules/b', 'packages/x'])
})
