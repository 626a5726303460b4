import { expect, test } from 'vitest'
import { silhouetteKernels } from '../../../src/kernels/silhouette/library.js'

test.each([
  ['one thread', silhouetteKernels.wasm],
  ['several threads', silhouetteKernels.sharedWasm],
])('compiled for %s, the library has a kernel for each twin and no other', (_, wasm) => {
  const module = new WebAssembly.Module(Buffer.from(wasm, 'base64'))
  const kernels = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function')
  expect(kernels.map(({ name }) => name).sort()).toEqual(Object.keys(silhouetteKernels.twins).sort())
})
