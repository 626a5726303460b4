import type { FromWorker, ToWorker } from './messages.js'
import { startThread, type Thread } from './thread.js'

interface Waiting {
  readonly kernel: string
  resolve(answer: FromWorker): void
  reject(error: Error): void
}

/**
 * One place in a pool: a worker, started when it is first needed and again when it has died, and the answers it owes.
 * It keeps the process alive only while it owes one.
 */
export class Member {
  private thread: Thread | undefined
  private readonly waiting = new Map<number, Waiting>()
  private knownLibraries = new Set<string>()

  /**
   * @param program source of the worker's program
   * @param welcome what every new worker is told first
   */
  constructor(
    private readonly program: string,
    private readonly welcome: readonly ToWorker[],
  ) {}

  /** Tells the worker of a compiled library, once. */
  introduce(name: string, module: WebAssembly.Module): void {
    if (this.thread !== undefined && this.knownLibraries.has(name)) return
    this.post({ type: 'library', name, module })
    this.knownLibraries.add(name)
  }

  /** Sends a message that has no answer. */
  post(message: ToWorker): void {
    this.started().post(message)
  }

  /** Sends a message and waits for its answer; rejects with an error that names the kernel when it fails or the worker dies. */
  ask(message: ToWorker & { readonly id: number }, kernel: string): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      const thread = this.started()
      this.waiting.set(message.id, { kernel, resolve, reject })
      thread.hold(true)
      thread.post(message)
    })
  }

  /** Ends the worker; what it still owes is rejected. */
  async terminate(): Promise<void> {
    const { thread } = this
    this.thread = undefined
    await thread?.terminate()
    this.rejectAll((kernel) => `${kernel}: pool must stay open until the work is done, got a closed pool`)
  }

  private started(): Thread {
    if (this.thread === undefined) {
      this.knownLibraries = new Set()
      const thread = startThread(this.program, {
        answered: (answer) => this.answered(answer),
        died: (reason) => {
          if (this.thread === thread) this.thread = undefined
          this.rejectAll((kernel) => `${kernel}: worker must stay alive until the work is done, got ${reason}`)
        },
      })
      this.thread = thread
      for (const message of this.welcome) thread.post(message)
    }
    return this.thread
  }

  private answered(answer: FromWorker): void {
    const waiting = this.waiting.get(answer.id)
    if (waiting === undefined) return
    this.waiting.delete(answer.id)
    if (this.waiting.size === 0) this.thread?.hold(false)
    if (answer.error === undefined) waiting.resolve(answer)
    else waiting.reject(new Error(`${waiting.kernel}: kernel must run to its end, got ${answer.error}`))
  }

  private rejectAll(message: (kernel: string) => string): void {
    for (const { kernel, reject } of this.waiting.values()) reject(new Error(message(kernel)))
    this.waiting.clear()
  }
}
