/** A report of how far long work has come. */
export interface Progress {
  /** What is being done, in one or two words. */
  readonly stage: string
  /** Units done, from 0 to `total`. */
  readonly done: number
  /** Units of the whole stage. */
  readonly total: number
}

/** A piece of work cut into blocks, which may run in any order, and at the same time on several threads. */
export interface Task {
  /** Number of blocks. */
  readonly blocks: number
  /** Does one block in this thread. */
  runBlock(block: number): void
}

/** Whoever runs tasks elsewhere: `@clientele/compute` opens pools of workers. */
export interface TaskPool {
  /** Does all blocks; rejects with the signal's reason once it is aborted and nothing works on the task any more. */
  run(task: Task, signal?: AbortSignal): Promise<void>
}

/**
 * Long work written once: a generator that yields tasks to be done, and progress between bounded pieces of its own work, and
 * returns the result. {@link run} drives it inline, {@link runAsync} lets other work of the thread happen in between, or has
 * the tasks done by a pool.
 */
export type Steps<T> = Generator<Progress | Task, T, void>

/** What every asynchronous form of a function takes besides its own options. */
export interface AsyncOptions {
  /** Ends the work between two pieces; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Called between pieces of work. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Drives steps to their end at once and returns the result.
 *
 * However it ends, the generator is closed, so that its `finally` blocks run.
 * @throws whatever the steps or their tasks throw
 * @example run(itemKnnSteps(interactions, options))
 */
export function run<T>(steps: Steps<T>): T {
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      if (isTask(step.value)) for (let block = 0; block < step.value.blocks; block++) step.value.runBlock(block)
    }
  } finally {
    steps.return(undefined as never)
  }
}

/**
 * Drives steps to their end, giving the thread back about every 12 ms: the same result as {@link run}, bit for bit.
 *
 * Tasks are done by `pool`; without one their blocks are done in this thread. However it ends, the generator is closed, so that
 * its `finally` blocks run.
 * @returns the result; rejects with the signal's reason once it is aborted, and with whatever the steps, the pool or
 * `onProgress` throw
 * @example await runAsync(itemKnnSteps(interactions, options), { signal: AbortSignal.timeout(5000) })
 */
export async function runAsync<T>(
  steps: Steps<T>,
  { signal, onProgress, pool }: AsyncOptions & { readonly pool?: TaskPool } = {},
): Promise<T> {
  const pause = pacer(signal)
  try {
    signal?.throwIfAborted()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      if (!isTask(step.value)) onProgress?.(step.value)
      else if (pool === undefined) await runBlocks(step.value, pause)
      else await pool.run(step.value, signal)
      await pause()
    }
  } finally {
    steps.return(undefined as never)
  }
}

/**
 * Drives a task in this thread, giving it back about every 12 ms.
 * @returns rejects with the signal's reason between two blocks, and with whatever a block throws
 * @example await runTask({ blocks: 10, runBlock: (block) => sortPart(block) }, AbortSignal.timeout(5000))
 */
export function runTask(task: Task, signal?: AbortSignal): Promise<void> {
  return runBlocks(task, pacer(signal))
}

async function runBlocks(task: Task, pause: () => Promise<void>): Promise<void> {
  for (let block = 0; block < task.blocks; block++) {
    task.runBlock(block)
    await pause()
  }
}

function isTask(step: Progress | Task): step is Task {
  return 'runBlock' in step
}

/** Longest time, in milliseconds, for which the thread is kept from other work when a piece of work is short enough. */
const SLICE = 12

/** Lets other work happen when a slice is over, and throws the signal's reason when it is aborted. */
function pacer(signal: AbortSignal | undefined): () => Promise<void> {
  let sliceStart = performance.now()
  return async () => {
    if (performance.now() - sliceStart >= SLICE) {
      await otherWork()
      sliceStart = performance.now()
    }
    signal?.throwIfAborted()
  }
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
