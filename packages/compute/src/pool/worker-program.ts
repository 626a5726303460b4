// The program of a pool's workers. The build bundles it into one string, so that a pool needs no file of its own: it has
// no imports at run time and keeps to what Node's workers and browsers' workers have in common.
import type { FromWorker, RunMessage, ToWorker } from './messages.js'

interface Port {
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void
}

type Kernel = (...args: number[]) => void

const PAGE = 65_536
let memory: WebAssembly.Memory | undefined
const kernels = new Map<number, WebAssembly.Exports>()
const modules = new Map<number, WebAssembly.Module>()

function kernelOf({ library, kernel }: RunMessage): Kernel {
  let exports = kernels.get(library)
  if (exports === undefined) {
    exports = new WebAssembly.Instance(modules.get(library)!, { env: { memory: ownMemory() } }).exports
    kernels.set(library, exports)
  }
  return exports[kernel] as Kernel
}

function ownMemory(): WebAssembly.Memory {
  memory ??= new WebAssembly.Memory({ initial: 1 })
  return memory
}

function runBlock(kernel: Kernel, { args, rows, blockRows }: RunMessage, block: number): void {
  const start = block * blockRows
  kernel(...args, start, Math.min(rows, start + blockRows))
}

function runBlocks(message: RunMessage & { readonly control: number }): void {
  const kernel = kernelOf(message)
  const control = new Int32Array(ownMemory().buffer, message.control, 2)
  const blocks = Math.ceil(message.rows / message.blockRows)
  for (;;) {
    const block = Atomics.add(control, 0, 1)
    if (block >= blocks || Atomics.load(control, 1) !== 0) return
    runBlock(kernel, message, block)
  }
}

function reserve(bytes: number): void {
  const missing = bytes - ownMemory().buffer.byteLength
  if (missing > 0) ownMemory().grow(Math.ceil(missing / PAGE))
}

function bytesAt(address: number, length: number): Uint8Array {
  return new Uint8Array(ownMemory().buffer, address, length)
}

/** Does what a message says; returns the bytes it asks for. */
function handle(message: ToWorker): Uint8Array<ArrayBuffer> | undefined {
  switch (message.type) {
    case 'memory':
      memory = message.memory
      return undefined
    case 'library':
      modules.set(message.library, message.module)
      return undefined
    case 'run':
      runBlocks(message)
      return undefined
    case 'reserve':
      reserve(message.bytes)
      return undefined
    case 'load':
      bytesAt(message.address, message.bytes.length).set(message.bytes)
      return undefined
    case 'block':
      runBlock(kernelOf(message), message, message.block)
      return undefined
    case 'fetch':
      return bytesAt(message.address, message.length).slice()
  }
}

function serve(port: Port, message: ToWorker): void {
  if (!('id' in message)) {
    handle(message)
    return
  }
  try {
    const bytes = handle(message)
    if (bytes === undefined) port.postMessage({ id: message.id }, [])
    else port.postMessage({ id: message.id, bytes }, [bytes.buffer])
  } catch (error) {
    port.postMessage({ id: message.id, error: String(error) }, [])
  }
}

/** A message that does not arrive would be waited for: rather end this worker, which is noticed. */
function unreadable(): never {
  throw new Error('a message that cannot be read')
}

interface NodePort extends Port {
  on(event: 'message', listener: (message: ToWorker) => void): void
  on(event: 'messageerror', listener: () => void): void
}

const { process } = globalThis as {
  process?: { getBuiltinModule?: (name: string) => { readonly parentPort: NodePort | null } }
}
const nodePort = process?.getBuiltinModule?.('node:worker_threads').parentPort
if (nodePort) {
  nodePort.on('message', (message: ToWorker) => serve(nodePort, message))
  nodePort.on('messageerror', unreadable)
} else {
  const port = globalThis as unknown as Port & {
    onmessage: (event: { data: ToWorker }) => void
    onmessageerror: () => void
  }
  port.onmessage = ({ data }) => serve(port, data)
  port.onmessageerror = unreadable
}
