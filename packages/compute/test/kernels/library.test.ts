import { expect, test } from 'vitest'
import { moduleOf } from '../../src/kernel-library.js'
import { computeKernels } from '../../src/kernels/library.js'

test.each([
  ['one thread', false],
  ['several threads', true],
])('compiled for %s, the library has a kernel for each twin and no other', (_, shared) => {
  const module = moduleOf(computeKernels, shared)
  const kernels = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function')
  expect(kernels.map(({ name }) => name).sort()).toEqual(Object.keys(computeKernels.twins).sort())
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }])
})
