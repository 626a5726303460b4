import { nodeModule } from './thread.js'

/** More workers than this seldom help: memory is then what limits. */
const MOST_WORKERS = 8

/** The number of cores, at most 8. */
export function defaultWorkers(): number {
  const cores =
    nodeModule('node:os')?.availableParallelism() ??
    (globalThis as { navigator?: { hardwareConcurrency?: number } }).navigator?.hardwareConcurrency ??
    1
  return Math.max(1, Math.min(MOST_WORKERS, cores))
}

/** Whether threads may share memory: always in Node, in browsers only in a cross-origin isolated page. */
export function canShareMemory(): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false
  return nodeModule('node:worker_threads') !== undefined || globalThis.crossOriginIsolated === true
}
