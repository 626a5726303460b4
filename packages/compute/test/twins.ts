import { Engine, type Pool, type Region, type RowTask } from '@clientele/compute'
import { runTask, type Task } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { isScratch, type KernelArgument } from '../src/kernel-library.js'
import { cases } from './cases.js'

/**
 * Runs every task of some cases twice on the same memory, compiled and as its twin, and compares all bytes that the task could
 * have written; then that all of some kernels came up.
 * @param functions public functions whose cases are taken
 */
export function describeTwins(functions: readonly string[], kernels: readonly string[]): void {
  const chosen = cases.filter(({ title }) => functions.includes(title.split(' ')[0]!))
  const compared = new Set<string>()

  describe('compiled and as its twin, each kernel leaves the same bytes', () => {
    test.each(chosen)('$title', async ({ pooled }) => {
      await pooled({ pool: comparingPool(compared) })
    })
  })

  test('every kernel came up', () => {
    expect([...compared].sort()).toEqual([...kernels].sort())
  })
}

/** A pool that does both forms of each task in this thread. Its memory is full of NaN at first: nothing may count on zeros. */
function comparingPool(compared: Set<string>): Pool {
  const engine = new Engine(false, 'wasm')
  const scope = engine.arena.scope()
  scope
    .room('u8', 1 << 23)
    .view()
    .fill(255)
  scope.close()
  return {
    engine,
    workers: 1,
    closed: false,
    async run(task) {
      if ('engine' in task) compare(task as RowTask, compared)
      else await runTask(task)
    },
    close: () => Promise.resolve(),
  }
}

function compare(task: RowTask, compared: Set<string>): void {
  const regions = task.args.filter((arg): arg is Region => typeof arg === 'object' && !isScratch(arg))
  const before = regions.map((region) => region.view().slice())
  runBlocks(task, (block) => task.runBlock(block))
  const compiled = regions.map((region) => bytesOf(region).slice())
  regions.forEach((region, i) => region.view().set(before[i]!))
  runBlocks(task, (block) => runTwin(task, block))
  regions.forEach((region, i) => {
    expect(Buffer.compare(bytesOf(region), compiled[i]!), `${task.kernel}, argument region ${i}`).toBe(0)
  })
  if (task.blocks > 0) compared.add(task.kernel)
}

function runBlocks({ blocks }: Task, run: (block: number) => void): void {
  for (let block = 0; block < blocks; block++) run(block)
}

function runTwin({ library, kernel, args, rows, blockRows }: RowTask, block: number): void {
  const start = block * blockRows
  library.twins[kernel]!(...args.map(placed), start, Math.min(rows, start + blockRows))
}

function placed(arg: KernelArgument): unknown {
  if (typeof arg === 'number') return arg
  if (!isScratch(arg)) return arg.view()
  return arg.scratch === 'f32' ? new Float32Array(arg.length).fill(NaN) : new Float64Array(arg.length).fill(NaN)
}

function bytesOf(region: Region): Uint8Array {
  const view = region.view()
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
