import { defaultWorkers } from './platform.js'
import { checkWorkers, openPool, type Pool } from './pool.js'

const pools = new Map<number, Pool>()

/**
 * The pool that `…Async` functions share when they are given none: one for each number of workers, opened at its first use
 * and kept; idle, it does not keep Node alive. Close it to have its memory back: the next use opens another.
 * @param fn the calling function, named in errors
 * @throws RangeError when `workers` is not an integer from 1 to 256
 * @example await defaultPool().close()
 */
export function defaultPool(workers: number = defaultWorkers(), fn = 'defaultPool'): Pool {
  checkWorkers(fn, workers)
  let pool = pools.get(workers)
  if (pool === undefined || pool.closed) {
    pool = openPool({ workers })
    pools.set(workers, pool)
  }
  return pool
}
