import { checkInteger, runTask, typeError, type Task, type TaskPool } from '@clientele/core'
import { Engine } from '../engine.js'
import { workerProgram } from '../generated/worker-program.js'
import { hasSimd } from '../kernel-library.js'
import type { RowTask } from '../row-task.js'
import { runOnCopies } from './copies.js'
import { Crew } from './crew.js'
import { closedPool } from './errors.js'
import { canShareMemory, defaultWorkers } from './platform.js'
import { Session } from './session.js'
import { runShared } from './shared.js'

/** More workers than this are a mistake. */
const MOST_WORKERS = 256

/** How many workers a pool has. */
export interface PoolOptions {
  /** Number of workers, from 1 to 256; default: the number of cores, at most 8. */
  readonly workers?: number
}

/** Workers that share the work of a task, and the engine whose memory they work on. */
export interface Pool extends TaskPool {
  /** Workers at work: 1 where the page may not share memory between threads, 0 where WebAssembly SIMD is missing. */
  readonly workers: number
  /** Whether the pool was closed. */
  readonly closed: boolean
  /**
   * Allocate what tasks read and write here.
   * @throws Error when the pool is closed
   */
  readonly engine: Engine
  /**
   * Runs a task made with this pool's engine. Tasks may be given at the same time: workers take them in turn. A task without an
   * engine is done in this thread, between other work.
   *
   * Rejects with the signal's reason within one block of rows of its abort, or with an error that names the kernel when a
   * worker fails or dies; the pool can be used again in both cases, and no worker touches the task's memory any more.
   */
  run(task: Task, signal?: AbortSignal): Promise<void>
  /** Ends the workers and lets go of the memory. What is still running is rejected; so is any later task. */
  close(): Promise<void>
}

/**
 * Opens a pool of workers: `worker_threads` in Node, Web Workers in browsers.
 *
 * Workers start with the first task and do not keep Node alive while they are idle. In a page that is not cross-origin
 * isolated memory cannot be shared: there the pool has one worker, which is sent copies, with the same results. Where
 * WebAssembly SIMD is missing there is no worker: tasks are done in this thread, with the same results.
 * @throws RangeError when `workers` is not an integer from 1 to 256
 * @example
 * const pool = openPool({ workers: 2 })
 * const product = await multiplyAsync(left, right, { pool })
 * await pool.close()
 */
export function openPool({ workers = defaultWorkers() }: PoolOptions = {}): Pool {
  checkWorkers('openPool', workers)
  if (!hasSimd()) return new WorkerPool(new Engine(false, 'twin'), 0)
  return canShareMemory()
    ? new WorkerPool(new Engine(true, 'wasm', workers), workers)
    : new WorkerPool(new Engine(false, 'wasm'), 1)
}

/** Throws unless a pool can have so many workers. */
export function checkWorkers(fn: string, workers: number): void {
  checkInteger(fn, 'workers', workers, { min: 1, max: MOST_WORKERS })
}

/** A pool whose engine decides how it works: with shared memory, with copies (then it has one worker), or without workers. */
export class WorkerPool implements Pool {
  private readonly crew: Crew
  private open: Engine | undefined

  constructor(
    engine: Engine,
    readonly workers: number,
    program = workerProgram,
  ) {
    this.open = engine
    const memory = engine.shared ? (engine.arena.memory as WebAssembly.Memory) : undefined
    this.crew = new Crew(workers, () => new Session(program, memory))
  }

  get closed(): boolean {
    return this.open === undefined
  }

  get engine(): Engine {
    if (this.open === undefined) throw closedPool('pool.engine')
    return this.open
  }

  async run(task: Task, signal?: AbortSignal): Promise<void> {
    const { engine, kernel } = task as Partial<RowTask>
    if (this.open === undefined) throw closedPool(kernel ?? 'pool.run')
    if (engine !== undefined && engine !== this.open) {
      throw typeError('pool.run', 'task', "be made with this pool's engine", task)
    }
    signal?.throwIfAborted()
    if (engine === undefined || this.workers === 0) await runTask(this.whileOpen(task, kernel), signal)
    else if (engine.shared) await runShared(this.crew, task as RowTask, signal)
    else await runOnCopies(this.crew, task as RowTask, signal)
  }

  async close(): Promise<void> {
    this.open = undefined
    await this.crew.close()
  }

  /** A task of this thread that fails when the pool is closed before it is done. */
  private whileOpen(task: Task, fn = 'pool.run'): Task {
    const runBlock = (block: number) => {
      if (this.closed) throw closedPool(fn)
      task.runBlock(block)
    }
    return { blocks: task.blocks, runBlock }
  }
}
