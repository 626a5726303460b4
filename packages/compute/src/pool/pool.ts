import { checkInteger, runTask, typeError, type Task, type TaskPool } from '@clientele/core'
import { Engine } from '../engine.js'
import { workerProgram } from '../generated/worker-program.js'
import { hasSimd } from '../kernel-library.js'
import type { RowTask } from '../row-task.js'
import { runOnCopies } from './copies.js'
import { Member } from './member.js'
import { canShareMemory, defaultWorkers } from './platform.js'
import { runShared } from './shared.js'

/** How many workers a pool has. */
export interface PoolOptions {
  /** Number of workers; default: the number of cores, at most 8. */
  readonly workers?: number
}

/** Workers that share the work of a task, and the engine whose memory they work on. */
export interface Pool extends TaskPool {
  /** Workers at work: 1 where the page may not share memory between threads, 0 where WebAssembly SIMD is missing. */
  readonly workers: number
  /** Allocate what tasks read and write here. */
  readonly engine: Engine
  /**
   * Runs a task made with this pool's engine.
   *
   * Rejects with the signal's reason within one block of rows of its abort, or with an error that names the kernel when a
   * worker fails or dies; the pool can be used again in both cases, and no worker touches the task's memory any more.
   */
  run(task: Task, signal?: AbortSignal): Promise<void>
  /** Ends the workers. What is still running is rejected; so is any later task. */
  close(): Promise<void>
}

/**
 * Opens a pool of workers: `worker_threads` in Node, Web Workers in browsers.
 *
 * Workers start with the first task and do not keep Node alive while they are idle. In a page that is not cross-origin
 * isolated memory cannot be shared: there the pool has one worker, which is sent copies, with the same results.
 * @throws RangeError when `workers` is not an integer of at least 1
 * @example
 * const pool = openPool({ workers: 2 })
 * await pool.run(rowTask(pool.engine, library, 'squaredDistances', args, { rows, blockRows: 4096 }))
 * await pool.close()
 */
export function openPool({ workers = defaultWorkers() }: PoolOptions = {}): Pool {
  checkInteger('openPool', 'workers', workers, { min: 1 })
  return new WorkerPool(!hasSimd() ? 0 : canShareMemory() ? workers : 1)
}

class WorkerPool implements Pool {
  readonly engine: Engine
  private readonly members: readonly Member[]
  private closed = false

  constructor(readonly workers: number) {
    this.engine = new Engine(workers > 0 && canShareMemory())
    const { arena } = this.engine
    const welcome = arena.shared ? [{ type: 'memory', memory: arena.memory } as const] : []
    this.members = Array.from({ length: workers }, () => new Member(workerProgram, welcome))
  }

  async run(task: Task, signal?: AbortSignal): Promise<void> {
    if (this.closed) throw typeError('pool.run', 'pool', 'be open', 'a closed pool')
    signal?.throwIfAborted()
    if (!this.isOwn(task)) throw typeError('pool.run', 'task', "be made with this pool's engine", task)
    if (task.blocks === 0) return
    if (this.members.length === 0) await runTask(task, signal)
    else if (this.engine.shared) await runShared(this.members, task, signal)
    else await runOnCopies(this.members[0]!, task, signal)
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.members.map((member) => member.terminate()))
  }

  private isOwn(task: Task): task is RowTask {
    return (task as RowTask).engine === this.engine
  }
}
