import { checkInteger } from '@clientele/core'
import { defaultWorkers } from './platform.js'
import { openPool, type Pool } from './pool.js'

const pools = new Map<number, Pool>()

/**
 * The pool that `…Async` functions share when they are given none: one for each number of workers, opened at its first use
 * and kept; idle, it does not keep Node alive.
 * @throws RangeError when `workers` is not an integer of at least 1
 */
export function defaultPool(workers: number = defaultWorkers(), fn = 'defaultPool'): Pool {
  checkInteger(fn, 'workers', workers, { min: 1 })
  let pool = pools.get(workers)
  if (pool === undefined) {
    pool = openPool({ workers })
    pools.set(workers, pool)
  }
  return pool
}
