import type { FromWorker, ToWorker } from './messages.js'

/** A worker, the same to the pool in Node and in browsers. */
export interface Thread {
  post(message: ToWorker): void
  /** Whether the worker keeps the process alive (Node only). */
  hold(alive: boolean): void
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
  'node:worker_threads': { Worker: new (program: string, options: { eval: true }) => NodeWorker }
  'node:os': { availableParallelism(): number }
}

interface NodeWorker {
  postMessage(message: ToWorker): void
  on(event: 'message', listener: (answer: FromWorker) => void): void
  on(event: 'error', listener: (error: unknown) => void): void
  on(event: 'exit', listener: (code: number) => void): void
  ref(): void
  unref(): void
  terminate(): Promise<number>
}

function startNodeWorker(threads: NodeModules['node:worker_threads'], program: string, events: ThreadEvents): Thread {
  const worker = new threads.Worker(program, { eval: true })
  let over = false
  const died = (reason: string) => {
    if (over) return
    over = true
    events.died(reason)
  }
  worker.on('message', (answer) => events.answered(answer))
  worker.on('error', (error) => died(String(error)))
  worker.on('exit', (code) => died(`exit code ${code}`))
  worker.unref()
  return {
    post: (message) => worker.postMessage(message),
    hold: (alive) => (alive ? worker.ref() : worker.unref()),
    async terminate() {
      over = true
      await worker.terminate()
    },
  }
}

function startWebWorker(program: string, events: ThreadEvents): Thread {
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  const worker = new Worker(url)
  let over = false
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.answered(data)
  worker.onerror = (event) => {
    if (over) return
    over = true
    worker.terminate()
    events.died(event.message || 'the page does not allow workers from blob: addresses')
  }
  return {
    post: (message) => worker.postMessage(message),
    hold: () => undefined,
    terminate() {
      over = true
      worker.terminate()
      URL.revokeObjectURL(url)
      return Promise.resolve()
    },
  }
}
