import { runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import type { Engine } from './engine.js'
import { defaultPool } from './pool/default-pool.js'
import { closedPool } from './pool/errors.js'
import type { Pool } from './pool/pool.js'

/** What the asynchronous form of a function that runs on workers takes besides its own options. */
export interface PooledOptions extends AsyncOptions {
  /** Number of workers of the pool that all such calls share, from 1 to 256; default: the number of cores, at most 8. */
  readonly workers?: number
  /** A pool of the caller's own, instead of the shared one. */
  readonly pool?: Pool
}

/**
 * Drives an algorithm on a pool: its tasks run on the workers, the rest here, between other work of this thread. The result is
 * that of `run`, bit for bit.
 * @param fn the calling function, named in errors
 * @param steps makes the algorithm's steps with the pool's engine
 * @returns the result; rejects with the signal's reason once it is aborted, when the pool is closed or `workers` is not an
 * integer from 1 to 256, and with whatever the steps throw
 * @example onPool('kmeansAsync', options, (engine) => kmeansSteps(engine, points, k, options))
 */
export async function onPool<T>(fn: string, options: PooledOptions, steps: (engine: Engine) => Steps<T>): Promise<T> {
  const { workers, pool = defaultPool(workers, fn), ...rest } = options
  if (pool.closed) throw closedPool(fn)
  return runAsync(steps(pool.engine), { ...rest, pool })
}
