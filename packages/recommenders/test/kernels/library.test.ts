import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { recommenderKernels } from '../../src/kernels/library.js'

test('every kernel has a twin, and every twin a kernel', () => {
  const memory = new Engine(false).arena.memory as WebAssembly.Memory
  const module = new WebAssembly.Module(Buffer.from(recommenderKernels.wasm, 'base64'))
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const compiled = Object.keys(exports).filter((name) => typeof exports[name] === 'function')
  expect(Object.keys(recommenderKernels.twins).sort()).toEqual(compiled.sort())
})
