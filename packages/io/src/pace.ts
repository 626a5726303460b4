import { setImmediate } from 'node:timers/promises'
import type { AsyncOptions, Progress } from '@clientele/core'

/** Called between pieces of work: reports, gives the thread back when it was kept for long, and ends aborted work. */
export type Pace = (progress: Progress) => Promise<void>

/** Longest time, in milliseconds, for which the thread is kept from other work when a piece of work is short enough. */
const SLICE = 12

/**
 * The pace of work that reads: progress to `onProgress`, other work of the thread in between, an end when `signal` says so.
 */
export function pacer({ signal, onProgress }: AsyncOptions): Pace {
  signal?.throwIfAborted()
  let sliceStart = performance.now()
  return async (progress) => {
    onProgress?.(progress)
    if (performance.now() - sliceStart >= SLICE) {
      await setImmediate()
      sliceStart = performance.now()
    }
    signal?.throwIfAborted()
  }
}
