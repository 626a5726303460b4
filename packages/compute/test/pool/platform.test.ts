import { availableParallelism } from 'node:os'
import { afterEach, expect, test, vi } from 'vitest'
import { canShareMemory, defaultWorkers } from '../../src/pool/platform.js'

afterEach(() => vi.unstubAllGlobals())

test('there are as many workers as cores, at most 8', () => {
  expect(defaultWorkers()).toBe(Math.min(8, availableParallelism()))
})

test.each([
  [4, 4],
  [64, 8],
  [undefined, 1],
])('a browser that tells of %s cores has %s workers', (hardwareConcurrency, workers) => {
  vi.stubGlobal('process', undefined)
  vi.stubGlobal('navigator', { hardwareConcurrency })
  expect(defaultWorkers()).toBe(workers)
})

test('Node shares memory, a page only when it is cross-origin isolated', () => {
  expect(canShareMemory()).toBe(true)
  vi.stubGlobal('process', undefined)
  expect(canShareMemory()).toBe(false)
  vi.stubGlobal('crossOriginIsolated', true)
  expect(canShareMemory()).toBe(true)
  vi.stubGlobal('SharedArrayBuffer', undefined)
  expect(canShareMemory()).toBe(false)
})
