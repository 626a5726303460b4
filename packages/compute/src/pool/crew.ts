import { closedPool, deadWorker } from './errors.js'
import { type Session } from './session.js'

/** Work that needs a worker for itself. */
interface Job {
  readonly kernel: string
  /** Does it; returns what settles its promise. */
  start(session: Session): Promise<() => void>
  /** Rejects its promise. */
  refuse(error: Error): void
}

/**
 * The workers of a pool, and the work that waits for them: first come, first served. A worker does one job at a time, so a job
 * that still waits can be withdrawn at once. Workers start when they are first needed, and again when one has died; they keep
 * the process alive only while they work.
 */
export class Crew {
  private readonly queue: Job[] = []
  /** Places without work; the last had work most recently, so that little work keeps few workers. */
  private readonly free: (Session | undefined)[]
  private readonly busy = new Set<Session>()
  private closed = false

  /**
   * @param size the most workers at a time
   * @param begin starts a worker
   */
  constructor(
    readonly size: number,
    private readonly begin: () => Session,
  ) {
    this.free = Array.from({ length: size }, () => undefined)
  }

  /**
   * Gives work to the next worker that is free.
   * @param kernel named in errors
   * @param work what to do with the worker; it is the work's alone until the promise settles
   * @param signal withdraws the work while it waits; once it has begun, it must listen itself
   */
  do<T>(kernel: string, work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw closedPool(kernel)
      signal?.throwIfAborted()
      const withdraw = () => {
        this.queue.splice(this.queue.indexOf(job), 1)
        job.refuse(signal?.reason as Error)
      }
      const job: Job = {
        kernel,
        start(session) {
          signal?.removeEventListener('abort', withdraw)
          return work(session).then(
            (value) => () => resolve(value),
            (error: Error) => () => reject(error),
          )
        },
        refuse(error) {
          signal?.removeEventListener('abort', withdraw)
          reject(error)
        },
      }
      signal?.addEventListener('abort', withdraw)
      this.queue.push(job)
      this.startNext()
    })
  }

  /** Ends all workers. What they work on is rejected once they run no more; what waits, at once. */
  async close(): Promise<void> {
    this.closed = true
    for (const job of this.queue.splice(0)) job.refuse(closedPool(job.kernel))
    const idle = this.free.splice(0).filter((session) => session !== undefined)
    await Promise.all([...this.busy, ...idle].map((session) => session.terminate(closedPool)))
  }

  private startNext(): void {
    while (this.queue.length > 0 && this.free.length > 0) {
      const job = this.queue.shift()!
      const session = this.takeFree(job)
      if (session !== undefined) void this.finish(session, job)
    }
  }

  /** A living worker, on a free place; a job is refused when none can be started. */
  private takeFree(job: Job): Session | undefined {
    const session = this.free.pop()
    if (session?.alive === true) return session
    try {
      return this.begin()
    } catch (error) {
      this.free.push(undefined)
      job.refuse(deadWorker(job.kernel, String(error)))
      return undefined
    }
  }

  /** The place is free before the one who gave the work hears of its end, so that the next work finds it. */
  private async finish(session: Session, job: Job): Promise<void> {
    this.busy.add(session)
    session.hold(true)
    const settle = await job.start(session)
    session.hold(false)
    this.busy.delete(session)
    if (!this.closed) this.free.push(session.alive ? session : undefined)
    settle()
    this.startNext()
  }
}
