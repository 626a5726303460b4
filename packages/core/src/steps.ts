/** A report of how far long work has come. */
export interface Progress {
  /** What is being done, in one or two words. */
  readonly stage: string
  /** Units done, from 0 to `total`. */
  readonly done: number
  /** Units of the whole stage. */
  readonly total: number
}

/**
 * Long work written once: a generator that yields progress between bounded pieces of work and returns the result.
 * {@link run} drives it inline, {@link runAsync} lets other work of the thread happen in between.
 */
export type Steps<T> = Generator<Progress, T, void>

/** What every asynchronous form of a function takes besides its own options. */
export interface AsyncOptions {
  /** Ends the work between two pieces; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Called between pieces of work. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Drives steps to their end at once and returns the result.
 * @throws whatever the steps throw
 * @example run(itemKnnSteps(interactions, options))
 */
export function run<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Longest time, in milliseconds, for which the thread is kept from other work when a piece of work is short enough. */
const SLICE = 12

/**
 * Drives steps to their end, giving the thread back about every 12 ms: the same result as {@link run}, bit for bit.
 *
 * However it ends, the generator is closed, so that its `finally` blocks run.
 * @returns the result; rejects with the signal's reason once it is aborted, and with whatever the steps or `onProgress` throw
 * @example await runAsync(itemKnnSteps(interactions, options), { signal: AbortSignal.timeout(5000) })
 */
export async function runAsync<T>(steps: Steps<T>, { signal, onProgress }: AsyncOptions = {}): Promise<T> {
  try {
    signal?.throwIfAborted()
    let sliceStart = performance.now()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      onProgress?.(step.value)
      if (performance.now() - sliceStart >= SLICE) {
        await otherWork()
        sliceStart = performance.now()
      }
      signal?.throwIfAborted()
    }
  } finally {
    steps.return(undefined as never)
  }
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
