import type { KernelLibrary } from '../kernel-library.js'
import { moduleOf } from '../kernel-library.js'
import { deadWorker, failedKernel } from './errors.js'
import type { FromWorker, Question, ToWorker } from './messages.js'
import { nextId } from './next-id.js'
import { startThread, type Thread } from './thread.js'

interface Waiting {
  readonly kernel: string
  resolve(answer: FromWorker): void
  reject(error: Error): void
}

/** The life of one worker: what it has been told, and the answers it owes. Once it has ended, nothing brings it back. */
export class Session {
  private readonly thread: Thread
  private readonly waiting = new Map<number, Waiting>()
  private readonly introduced = new Set<KernelLibrary>()
  private end: ((kernel: string) => Error) | undefined

  /**
   * Starts a worker.
   * @param program source of its program
   * @param memory the memory it shares with this thread; without one it is sent copies
   */
  constructor(
    program: string,
    private readonly memory?: WebAssembly.Memory,
  ) {
    this.thread = startThread(program, {
      answered: (answer) => this.answered(answer),
      died: (reason) => this.over((kernel) => deadWorker(kernel, reason)),
    })
    if (memory !== undefined) this.thread.post({ type: 'memory', memory })
  }

  /** Whether the worker can be asked for more. */
  get alive(): boolean {
    return this.end === undefined
  }

  /** Whether the worker keeps the process alive (Node only). */
  hold(alive: boolean): void {
    this.thread.hold(alive)
  }

  /** Tells the worker of a library, once, and returns the number it knows it by. */
  introduce(library: KernelLibrary): number {
    const number = numberOf(library)
    if (!this.introduced.has(library)) {
      this.post({ type: 'library', library: number, module: moduleOf(library, this.memory !== undefined) })
      this.introduced.add(library)
    }
    return number
  }

  /** Asks, and waits for the answer; rejects with an error that names the kernel when it fails or the worker dies. */
  ask(question: Question, kernel: string, transfer?: readonly ArrayBuffer[]): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      if (this.end !== undefined) throw this.end(kernel)
      this.post(question, transfer)
      this.waiting.set(question.id, { kernel, resolve, reject })
    })
  }

  /** Ends the worker; what it still owes is rejected once it runs no more. */
  async terminate(error: (kernel: string) => Error): Promise<void> {
    this.end ??= error
    await this.thread.terminate()
    this.over(error)
  }

  private post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void {
    this.thread.post(message, transfer)
  }

  private answered(answer: FromWorker): void {
    const waiting = this.waiting.get(answer.id)
    if (waiting === undefined) return
    this.waiting.delete(answer.id)
    if (answer.error === undefined) waiting.resolve(answer)
    else waiting.reject(failedKernel(waiting.kernel, answer.error))
  }

  private over(error: (kernel: string) => Error): void {
    this.end ??= error
    for (const { kernel, reject } of this.waiting.values()) reject(error(kernel))
    this.waiting.clear()
  }
}

const numbers = new WeakMap<KernelLibrary, number>()

/** Libraries are told apart as objects: two copies of a package may both be in a program. */
function numberOf(library: KernelLibrary): number {
  const number = numbers.get(library) ?? nextId()
  numbers.set(library, number)
  return number
}
