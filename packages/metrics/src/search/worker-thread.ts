import type { FromWorker, Topic, ToWorker } from './messages.js'

/** Stands in every message of a search. */
export const TOPIC: Topic = 'clientele search'

/** A worker, the same in Node and in browsers. */
export interface WorkerThread {
  /** Sends a message. */
  post(message: ToWorker): void
  /** Ends the worker; resolves when it runs no more. */
  terminate(): Promise<void>
}

/** What a worker reports. */
export interface WorkerEvents {
  answered(answer: FromWorker): void
  /** Comes at most once, unless the worker was ended on purpose. */
  died(reason: string): void
}

/** The parts of Node that are used, without an import that bundlers for browsers would stumble over. */
interface NodeModules {
  'node:worker_threads': { Worker: new (module: string | URL) => NodeWorker; parentPort: NodePort | null }
  'node:os': { availableParallelism(): number }
}

interface NodeWorker {
  postMessage(message: ToWorker): void
  on(event: 'message', listener: (answer: FromWorker) => void): void
  on(event: 'error' | 'messageerror', listener: (error: unknown) => void): void
  on(event: 'exit', listener: (code: number) => void): void
  terminate(): Promise<number>
}

interface NodePort {
  postMessage(message: FromWorker): void
  on(event: 'message', listener: (message: ToWorker) => void): void
}

/** A built-in module of Node; `undefined` elsewhere. */
function nodeModule<K extends keyof NodeModules>(name: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
  return process?.getBuiltinModule?.(name) as NodeModules[K] | undefined
}

/** Starts a worker that loads a module. */
export function startWorker(module: string | URL, events: WorkerEvents): WorkerThread {
  const threads = nodeModule('node:worker_threads')
  return threads === undefined ? startWebWorker(module, events) : startNodeWorker(threads, module, events)
}

/** The number of cores, at most 8. */
export function defaultWorkers(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } }
  const cores = nodeModule('node:os')?.availableParallelism() ?? navigator?.hardwareConcurrency ?? 1
  return Math.max(1, Math.min(8, cores))
}

/** Within a worker: how to answer and to listen; `undefined` in a main thread. */
export function ownPort():
  { post(answer: FromWorker): void; listen(to: (message: ToWorker) => void): void } | undefined {
  const threads = nodeModule('node:worker_threads')
  if (threads !== undefined) {
    const { parentPort } = threads
    return parentPort === null
      ? undefined
      : { post: (answer) => parentPort.postMessage(answer), listen: (to) => parentPort.on('message', to) }
  }
  const scope = globalThis as unknown as {
    document?: unknown
    postMessage?: (answer: FromWorker) => void
    addEventListener(event: 'message', listener: (event: { readonly data: ToWorker }) => void): void
  }
  if (scope.document !== undefined || scope.postMessage === undefined) return undefined
  return {
    post: (answer) => scope.postMessage?.(answer),
    listen: (to) => scope.addEventListener('message', ({ data }) => to(data)),
  }
}

function startNodeWorker(
  { Worker }: NodeModules['node:worker_threads'],
  module: string | URL,
  events: WorkerEvents,
): WorkerThread {
  const worker = new Worker(module)
  const { died, end } = onceAlive(events)
  worker.on('message', (answer) => events.answered(answer))
  worker.on('messageerror', (error) => died(String(error)))
  worker.on('error', (error) => died(String(error)))
  worker.on('exit', (code) => died(`exit code ${code}`))
  return {
    post: (message) => worker.postMessage(message),
    async terminate() {
      end()
      await worker.terminate()
    },
  }
}

function startWebWorker(module: string | URL, events: WorkerEvents): WorkerThread {
  const worker = new Worker(module, { type: 'module' })
  const { died, end } = onceAlive(events)
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.answered(data)
  worker.onmessageerror = () => died('an answer that cannot be read')
  worker.onerror = (event) => died(event.message || 'a module that cannot be loaded')
  return {
    post: (message) => worker.postMessage(message),
    terminate() {
      end()
      worker.terminate()
      return Promise.resolve()
    },
  }
}

/** Lets one report of a death through, and none once the worker was ended on purpose. */
function onceAlive(events: WorkerEvents) {
  let over = false
  return {
    end() {
      over = true
    },
    died(reason: string) {
      if (!over) events.died(reason)
      over = true
    },
  }
}
