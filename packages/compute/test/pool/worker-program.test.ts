import { computeKernels } from '@clientele/compute'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { workerProgram } from '../../src/generated/worker-program.js'
import { moduleOf } from '../../src/kernel-library.js'
import type { FromWorker, ToWorker } from '../../src/pool/messages.js'

let worker: Worker
beforeEach(() => {
  worker = new Worker(workerProgram, { eval: true })
})
afterEach(() => worker.terminate())

function ask(...messages: ToWorker[]): Promise<FromWorker> {
  const answer = new Promise<FromWorker>((resolve) => worker.once('message', resolve))
  for (const message of messages) worker.postMessage(message)
  return answer
}

const run = { id: 5, library: 1, kernel: 'mirror', rows: 3, blockRows: 1 } as const

test('on shared memory it takes blocks from the counter until none is left', async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true })
  const matrix = new Float64Array(memory.buffer, 1024, 9).fill(0)
  matrix.set([1, 0, 0, 2, 3, 0, 4, 5, 6])
  const control = new Int32Array(memory.buffer, 2048, 2)
  control[0] = 1
  const answer = await ask(
    { type: 'memory', memory },
    { type: 'library', library: 1, module: moduleOf(computeKernels, true) },
    { ...run, type: 'run', args: [1024, 3], control: 2048 },
  )
  expect(answer).toEqual({ id: 5 })
  // Row 0 was another's.
  expect([...matrix]).toEqual([1, 0, 0, 2, 3, 5, 4, 5, 6])
  expect(control[0]).toBe(4)
})

test('it takes no block once the flag is set', async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true })
  new Int32Array(memory.buffer, 2048, 2)[1] = 1
  const matrix = new Float64Array(memory.buffer, 1024, 9).fill(1, 3)
  await ask(
    { type: 'memory', memory },
    { type: 'library', library: 1, module: moduleOf(computeKernels, true) },
    { ...run, type: 'run', args: [1024, 3], control: 2048 },
  )
  expect([...matrix.subarray(0, 3)]).toEqual([0, 0, 0])
})

test('on memory of its own it is sent copies, does one block at a time, and sends copies back', async () => {
  const matrix = Float64Array.of(1, 0, 2, 3)
  const bytes = new Uint8Array(matrix.buffer)
  expect(await ask({ type: 'reserve', id: 1, bytes: 200_000 })).toEqual({ id: 1 })
  expect(await ask({ type: 'load', id: 2, address: 100_000, bytes })).toEqual({ id: 2 })
  const block = { ...run, type: 'block', rows: 2, args: [100_000, 2], block: 0 } as const
  expect(await ask({ type: 'library', library: 1, module: moduleOf(computeKernels, false) }, block)).toEqual({ id: 5 })
  const answer = await ask({ type: 'fetch', id: 3, address: 100_000, length: 32 })
  expect(answer.bytes).toEqual(new Uint8Array(Float64Array.of(1, 2, 2, 3).buffer))
})

test('what fails is answered with the reason', async () => {
  const answer = await ask({ ...run, type: 'block', args: [], block: 0 })
  expect(answer).toMatchObject({ id: 5, error: expect.stringContaining('TypeError') })
})
