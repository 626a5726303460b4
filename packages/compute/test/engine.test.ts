import { computeKernels, Engine, localEngine } from '@clientele/compute'
import { expect, test } from 'vitest'

test.each([
  ['compiled', false, 'wasm'],
  ['compiled for shared memory', true, 'wasm'],
  ['as twins', false, 'twin'],
] as const)('kernels %s work on the rows they are given, and on no other', (_, shared, form) => {
  const engine = new Engine(shared, form)
  const scope = engine.arena.scope()
  const matrix = scope.copy(Float64Array.of(1, 2, 3, 4, 5, 6))
  const into = scope.zeros('f64', 3)
  engine.call(computeKernels, 'timesVectorF64', [matrix, 2, scope.copy(Float64Array.of(1, 10)), into], 1, 2)
  expect([...into.view()]).toEqual([0, 43, 0])
})

test.each(['wasm', 'twin'] as const)(
  'a bound kernel works on other rows each time, also once the memory has grown: %s',
  (form) => {
    const engine = new Engine(false, form)
    const scope = engine.arena.scope()
    const matrix = scope.copy(Float64Array.of(1, 2, 3, 4, 5, 6))
    const into = scope.zeros('f64', 3)
    const times = engine.bind(computeKernels, 'timesVectorF64', [matrix, 2, scope.copy(Float64Array.of(1, 10)), into])
    times(1, 2)
    expect([...into.view()]).toEqual([0, 43, 0])
    scope.room('f64', engine.arena.size)
    times(2, 3)
    times(0, 1)
    expect([...into.view()]).toEqual([21, 43, 65])
  },
)

test('scratch memory is taken for a call and given back, also when the kernel fails', () => {
  const engine = new Engine()
  const scratch = { scratch: 'f64', length: 100 } as const
  engine.call(computeKernels, 'mirror', [0, 0], 0, 0)
  expect(() => engine.call(computeKernels, 'mirror', [scratch, 2 ** 15], 0, 2 ** 15)).toThrow(WebAssembly.RuntimeError)
  expect(engine.arena.used).toBe(0)
})

test('work without a pool has one engine', () => {
  expect(localEngine()).toBe(localEngine())
  expect(localEngine()).toMatchObject({ shared: false, form: 'wasm', threads: 1 })
})
