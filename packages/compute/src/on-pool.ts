import { runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import type { Engine } from './engine.js'
import { defaultPool } from './pool/default-pool.js'
import type { Pool } from './pool/pool.js'

/** What the asynchronous form of a function that runs on workers takes besides its own options. */
export interface PooledOptions extends AsyncOptions {
  /** Number of workers of the pool that all such calls share; default: the number of cores, at most 8. */
  readonly workers?: number
  /** A pool of the caller's own, instead of the shared one. */
  readonly pool?: Pool
}

/**
 * Drives an algorithm on a pool: its tasks run on the workers, the rest here, between other work of this thread. The result is
 * that of `run`, bit for bit.
 * @param steps makes the algorithm's steps with the pool's engine
 * @example onPool(options, (engine) => kmeansSteps(engine, points, k, options))
 */
export function onPool<T>(options: PooledOptions, steps: (engine: Engine) => Steps<T>): Promise<T> {
  const { workers, pool = defaultPool(workers), ...rest } = options
  return runAsync(steps(pool.engine), { ...rest, pool })
}
