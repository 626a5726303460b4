import { Engine, openPool, type Pool } from '@clientele/compute'
import { WorkerPool } from '../src/pool/pool.js'

/** A pool as in a page that is not cross-origin isolated: one worker, which is sent copies. */
export function copyingPool(program?: string): Pool {
  return new WorkerPool(new Engine(false), 1, program)
}

/** A pool as on a machine without WebAssembly SIMD: the twins, in this thread. */
export function twinPool(): Pool {
  return new WorkerPool(new Engine(false, 'twin'), 0)
}

/** A pool with shared memory whose workers run a program of the test's. */
export function programPool(program: string, workers: number): Pool {
  return new WorkerPool(new Engine(true, 'wasm', workers), workers, program)
}

/** Every kind of pool, by name: whoever gives the same bits on all of them gives them everywhere. */
export const everyPool: readonly (readonly [name: string, open: () => Pool])[] = [
  ...[1, 2, 3, 7].map((workers) => [`${workers} workers`, () => openPool({ workers })] as const),
  ['a worker that is sent copies', () => copyingPool()],
  ['the twins', twinPool],
]
