import { computeKernels } from '@clientele/compute'
import { afterEach, expect, test, vi } from 'vitest'
import { isScratch, moduleOf } from '../src/kernel-library.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const freshHasSimd = async () => (await import('../src/kernel-library.js')).hasSimd()

test('Node has vectors', async () => {
  expect(await freshHasSimd()).toBe(true)
})

test('without WebAssembly, or where a page forbids to compile it, there are none', async () => {
  vi.stubGlobal('WebAssembly', undefined)
  vi.resetModules()
  expect(await freshHasSimd()).toBe(false)
  vi.stubGlobal('WebAssembly', {
    Module: function () {
      throw new Error('Refused to compile by the content security policy')
    },
  })
  vi.resetModules()
  expect(await freshHasSimd()).toBe(false)
})

test('without WebAssembly a pool has no workers, and the twins do the work', async () => {
  vi.stubGlobal('WebAssembly', undefined)
  vi.resetModules()
  const { multiply, multiplyAsync, openPool } = await import('@clientele/compute')
  const pool = openPool({ workers: 4 })
  expect([pool.workers, pool.engine.form]).toEqual([0, 'twin'])
  const two = { rows: 1, columns: 1, values: Float64Array.of(2) }
  expect((await multiplyAsync(two, two, { pool })).values).toEqual(Float64Array.of(4))
  expect(multiply(two, two).values).toEqual(Float64Array.of(4))
})

test('a library is compiled once for each kind of memory', () => {
  expect(moduleOf(computeKernels, true)).toBe(moduleOf(computeKernels, true))
  expect(moduleOf(computeKernels, true)).not.toBe(moduleOf(computeKernels, false))
})

test('scratch memory is told from regions and numbers', () => {
  expect(isScratch({ scratch: 'f64', length: 1 })).toBe(true)
  expect(isScratch(1)).toBe(false)
})
