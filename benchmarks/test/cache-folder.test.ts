import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../src/cache-folder.js'

test('the folder that its variable names comes first', () => {
  const env = { CLIENTELE_BENCHMARKS_CACHE: 'somewhere', XDG_CACHE_HOME: '/caches' }
  expect(cacheFolder(env)).toBe(resolve('somewhere'))
})

test('otherwise a folder of its own in the cache folder of the user', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'clientele-benchmarks'))
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'clientele-benchmarks'))
  expect(cacheFolder({ CLIENTELE_BENCHMARKS_CACHE: '', XDG_CACHE_HOME: '' })).toBe(cacheFolder({}))
})
