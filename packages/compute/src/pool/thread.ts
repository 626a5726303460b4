import type { FromWorker, ToWorker } from './messages.js'

/** A worker, the same to the pool in Node and in browsers. */
export interface Thread {
  /** Sends a message; buffers in `transfer` move, they are not copied. */
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void
  /** Whether the worker keeps the process alive (Node only). */
  hold(alive: boolean): void
  /** Ends the worker; resolves when it runs no more. */
  terminate(): Promise<void>
}

/** What a thread reports. `died` comes at most once, and never after `terminate` was called. */
export interface ThreadEvents {
  answered(answer: FromWorker): void
  died(reason: string): void
}

/** Starts a worker that runs `program`. */
export function startThread(program: string, events: ThreadEvents): Thread {
  const threads = nodeModule('node:worker_threads')
  return threads === undefined ? startWebWorker(program, events) : startNodeWorker(threads, program, events)
}

/** A built-in module of Node, without an import that bundlers for browsers would stumble over; `undefined` elsewhere. */
export function nodeModule<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined
}

/** The parts of Node that the pool uses. */
interface NodeModules {
  'node:worker_threads': { Worker: new (program: string, options: { eval: true; execArgv: string[] }) => NodeWorker }
  'node:os': { availableParallelism(): number }
}

interface NodeWorker {
  postMessage(message: ToWorker, transfer?: readonly ArrayBuffer[]): void
  on(event: 'message', listener: (answer: FromWorker) => void): void
  on(event: 'error' | 'messageerror', listener: (error: unknown) => void): void
  on(event: 'exit', listener: (code: number) => void): void
  ref(): void
  unref(): void
  terminate(): Promise<number>
}

function startNodeWorker(threads: NodeModules['node:worker_threads'], program: string, events: ThreadEvents): Thread {
  // Loaders and other flags of the process are not for this program.
  const worker = new threads.Worker(program, { eval: true, execArgv: [] })
  const { died, ended } = once(events)
  worker.on('message', (answer) => events.answered(answer))
  worker.on('messageerror', (error) => died(String(error)))
  worker.on('error', (error) => died(String(error)))
  worker.on('exit', (code) => died(`exit code ${code}`))
  worker.unref()
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    hold: (alive) => (alive ? worker.ref() : worker.unref()),
    async terminate() {
      ended()
      await worker.terminate()
    },
  }
}

function startWebWorker(program: string, events: ThreadEvents): Thread {
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  const worker = new Worker(url)
  const { died, ended } = once(events)
  const stop = () => {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.answered(data)
  worker.onmessageerror = () => {
    stop()
    died('an answer that cannot be read')
  }
  worker.onerror = (event) => {
    stop()
    died(event.message || 'a page that does not allow workers from blob: addresses')
  }
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    hold: () => undefined,
    terminate() {
      ended()
      stop()
      return Promise.resolve()
    },
  }
}

/** Lets one report of a death through, and none once the thread was ended on purpose. */
function once(events: ThreadEvents) {
  let over = false
  const ended = () => {
    over = true
  }
  const died = (reason: string) => {
    if (over) return
    over = true
    events.died(reason)
  }
  return { died, ended }
}
