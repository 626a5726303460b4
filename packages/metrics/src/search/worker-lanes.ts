import { checkInteger, rangeError } from '@clientele/core'
import type { EvaluationSplit } from '../evaluation/evaluation.js'
import type { Lane } from './lanes.js'
import type { FromWorker } from './messages.js'
import type { SearchProtocol } from './search-options.js'
import { TOPIC, defaultWorkers, startWorker } from './worker-thread.js'

/** What workers are started for. */
export interface WorkerLaneOptions {
  readonly fn: string
  /** The module that calls `serveSearch`. */
  readonly module: string | URL
  readonly splits: readonly EvaluationSplit[]
  readonly protocol: SearchProtocol
  readonly workers: number | undefined
  /** How many runs there are: more workers would have nothing to do. */
  readonly runs: number
  /** How long a module may take until it calls `serveSearch`, in seconds; default 30. */
  readonly loadSeconds?: number
}

/**
 * Workers as lanes. Each is sent a split when it first needs it, and keeps it.
 *
 * A Web Worker does not tell when its module is loaded: one that has not called `serveSearch` in time is taken for one that
 * never will.
 * @throws RangeError when `workers` is not an integer from 1 to 256
 */
export function workerLanes(options: WorkerLaneOptions): {
  readonly lanes: readonly Lane[]
  readonly close: () => Promise<void>
} {
  const { fn, workers = defaultWorkers(), runs } = options
  checkInteger(fn, 'workers', workers, { min: 1, max: 256 })
  const all = Array.from({ length: Math.min(workers, runs) }, () => workerLane(options))
  return {
    lanes: all.map(({ lane }) => lane),
    close: async () => {
      await Promise.all(all.map(({ close }) => close()))
    },
  }
}

interface Waiting {
  resolve(answer: FromWorker): void
  reject(error: Error): void
}

/** A worker, asked one thing at a time. */
function conversation(fn: string, module: string | URL) {
  let waiting: Waiting | undefined
  let dead: Error | undefined
  const thread = startWorker(module, {
    answered(answer) {
      if (answer.topic === TOPIC) waiting?.resolve(answer)
    },
    died(reason) {
      dead = new Error(`${fn}: worker must stay alive until the search is done, got ${reason}`)
      waiting?.reject(dead)
    },
  })
  return {
    thread,
    answer: () =>
      new Promise<FromWorker>((resolve, reject) => {
        if (dead === undefined) waiting = { resolve, reject }
        else reject(dead)
      }),
    giveUp: (reason: Error) => waiting?.reject(reason),
  }
}

function workerLane({ fn, module, splits, protocol, loadSeconds = 30 }: WorkerLaneOptions) {
  const { thread, answer, giveUp } = conversation(fn, module)
  const tooLate = setTimeout(() => {
    const rule = `be a module that calls serveSearch within ${loadSeconds} s`
    giveUp(rangeError(fn, 'fit', rule, String(module)))
  }, loadSeconds * 1000)
  const ready = answer()
    .finally(() => clearTimeout(tooLate))
    .then(() => thread.post({ topic: TOPIC, type: 'setup', fn, protocol }))
  // Whoever asks hears of it.
  ready.catch(() => undefined)
  const sent = new Set<number>()
  const lane: Lane = async (run, signal) => {
    const withdraw = () => giveUp(signal.reason as Error)
    signal.addEventListener('abort', withdraw)
    try {
      await ready
      signal.throwIfAborted()
      const isNew = !sent.has(run.split)
      sent.add(run.split)
      thread.post({ topic: TOPIC, type: 'run', run, ...(isNew && { split: splits[run.split]! }) })
      return outcomeOf(await answer())
    } finally {
      signal.removeEventListener('abort', withdraw)
    }
  }
  const close = () => {
    clearTimeout(tooLate)
    return thread.terminate()
  }
  return { lane, close }
}

function outcomeOf(answer: FromWorker) {
  if (answer.type === 'done') return answer.outcome
  const { message, reason } = answer as Extract<FromWorker, { type: 'failed' }>
  throw new RangeError(message, { cause: new Error(reason) })
}
