import type { AsyncOptions } from '@clientele/core'
import type { ProgressLine } from './progress-line.js'

/** How long a step of the path took. */
export interface Timing {
  readonly step: string
  readonly milliseconds: number
}

/** Runs one named step of the path; the step gets what long work needs to report progress and to be ended. */
export type RunStep = <T>(title: string, work: (options: Required<AsyncOptions>) => T | Promise<T>) => Promise<T>

/**
 * A {@link RunStep} that shows each step, times it, and ends the path between and inside steps when `signal` aborts.
 * @param timings is filled as steps end
 */
export function stepRunner(signal: AbortSignal, progress: ProgressLine, timings: Timing[]): RunStep {
  return async (title, work) => {
    await otherWork()
    signal.throwIfAborted()
    progress.step(title)
    const start = performance.now()
    const result = await work({ signal, onProgress: progress.report })
    timings.push({ step: title, milliseconds: performance.now() - start })
    return result
  }
}

/** Lets a signal of the system arrive: its handler runs only when the thread is free. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
