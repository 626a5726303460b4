// The program of a pool's workers. The build bundles it into one string, so that a pool needs no file of its own: it has
// no imports at run time and keeps to what Node's workers and browsers' workers have in common.
import type { FromWorker, RunMessage, ToWorker } from './messages.js'

interface Port {
  postMessage(message: FromWorker): void
}

type Kernel = (...args: number[]) => void

const PAGE = 65_536
let memory: WebAssembly.Memory | undefined
const kernels = new Map<string, WebAssembly.Exports>()
const modules = new Map<string, WebAssembly.Module>()

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

function bytesAt(address: number, bytes: number): Uint8Array {
  const missing = address + bytes - ownMemory().buffer.byteLength
  if (missing > 0) ownMemory().grow(Math.ceil(missing / PAGE))
  return new Uint8Array(ownMemory().buffer, address, bytes)
}

function handle(message: ToWorker): FromWorker | undefined {
  switch (message.type) {
    case 'memory':
      memory = message.memory
      return undefined
    case 'library':
      modules.set(message.name, message.module)
      return undefined
    case 'run':
      runBlocks(message)
      return { id: message.id }
    case 'load':
      for (const { address, bytes } of message.pieces) bytesAt(address, bytes.length).set(bytes)
      return undefined
    case 'block':
      runBlock(kernelOf(message), message, message.block)
      return { id: message.id }
    case 'fetch':
      return {
        id: message.id,
        pieces: message.pieces.map(({ address, bytes }) => ({ address, bytes: bytesAt(address, bytes).slice() })),
      }
  }
}

function serve(port: Port, message: ToWorker): void {
  try {
    const answer = handle(message)
    if (answer !== undefined) port.postMessage(answer)
  } catch (error) {
    if ('id' in message) port.postMessage({ id: message.id, error: String(error) })
    else throw error
  }
}

interface NodePort extends Port {
  on(event: 'message', listener: (message: ToWorker) => void): void
}

const { process } = globalThis as {
  process?: { getBuiltinModule?: (name: string) => { readonly parentPort: NodePort | null } }
}
const nodePort = process?.getBuiltinModule?.('node:worker_threads').parentPort
if (nodePort) nodePort.on('message', (message: ToWorker) => serve(nodePort, message))
else {
  const port = globalThis as unknown as Port & { onmessage: (event: { data: ToWorker }) => void }
  port.onmessage = ({ data }) => serve(port, data)
}
