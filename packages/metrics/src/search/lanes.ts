import type { Task, TaskPool } from '@clientele/core'
import type { RunOutcome, SearchRun } from './judge-run.js'
import { failureOf, type RunBatch, type RunFailure } from './run-batch.js'
import { runQueue } from './run-queue.js'

/** One place where runs are made, one at a time: this thread or a worker. */
export type Lane = (run: SearchRun, signal: AbortSignal) => Promise<RunOutcome>

/** What happens around the runs. */
export interface LaneOptions {
  readonly onError: 'throw' | 'collect'
  /** Called with each run that was made, before it counts as done. */
  readonly note: (run: SearchRun, outcome: RunOutcome) => Promise<void> | void
  /** Called after each run that is done. */
  readonly settled: (batch: RunBatch) => void
}

/**
 * A pool for batches of runs: each lane takes the next run that is still to be made and suits it. The first error ends the batch,
 * once no lane works on it any more.
 */
export function lanePool(lanes: readonly Lane[], options: LaneOptions): TaskPool {
  const met = lanes.map(() => new Set<number>())
  return {
    async run(task: Task, signal?: AbortSignal) {
      const batch = task as RunBatch
      const ending = new AbortController()
      const stop = () => ending.abort(signal?.reason)
      signal?.addEventListener('abort', stop)
      const take = runQueue(batch, met)
      const work = async (lane: Lane, number: number) => {
        for (let run = take(number); run !== undefined; run = take(number)) {
          ending.signal.throwIfAborted()
          batch.settle(run, await outcomeOf(lane, batch.runs[run]!, ending.signal, options))
          options.settled(batch)
        }
      }
      try {
        signal?.throwIfAborted()
        const works = lanes.map((lane, number) =>
          work(lane, number).catch((error: unknown) => (ending.abort(error), Promise.reject(error as Error))),
        )
        const settled = await Promise.allSettled(works)
        signal?.throwIfAborted()
        // The reason of all that ended is the first error.
        if (settled.some(({ status }) => status === 'rejected')) throw ending.signal.reason
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}

async function outcomeOf(
  lane: Lane,
  run: SearchRun,
  signal: AbortSignal,
  { onError, note }: LaneOptions,
): Promise<RunOutcome | RunFailure> {
  try {
    const outcome = await lane(run, signal)
    await note(run, outcome)
    return outcome
  } catch (error) {
    if (onError === 'throw' || !isOfTheModel(error)) throw error
    return failureOf(error)
  }
}

/** Only what a model did may be collected: a dead worker, a full disk or an abort ends the search. */
function isOfTheModel(error: unknown): boolean {
  return error instanceof RangeError && error.cause !== undefined
}
