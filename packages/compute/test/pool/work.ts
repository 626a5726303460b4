import { computeKernels, rowTask, type Engine, type Region, type RowTask } from '@clientele/compute'
import { workerProgram } from '../../src/generated/worker-program.js'

/** A task of very many blocks that do nothing: without an abort it would take longer than any test may. */
export function endless(engine: Engine, matrix: Region<'f64'>): RowTask {
  return rowTask(engine, computeKernels, 'mirror', [matrix, 1], { rows: 2 ** 31 - 1, blockRows: 1 })
}

/** into[r] = row r of matrix · (1, 1), a row at a time. */
export function rowSums(engine: Engine, matrix: Region<'f64'>, ones: Region<'f64'>, into: Region<'f64'>): RowTask {
  const rows = into.length
  return rowTask(engine, computeKernels, 'timesVectorF64', [matrix, 2, ones, into], { rows, blockRows: 1 })
}

/** A kernel that reads far beyond any memory. */
export function broken(engine: Engine): RowTask {
  return rowTask(engine, computeKernels, 'mirror', [2 ** 31, 2 ** 15], { rows: 8, blockRows: 1 })
}

/**
 * The workers' program, which first does as a test says when it is asked to run a kernel of 13 rows.
 * @param onRun statements; `visits` counts the workers that came here before, in the shared memory
 */
export function programThat(onRun: string): string {
  const before = `
    const { parentPort } = process.getBuiltinModule('node:worker_threads')
    let counters
    parentPort.on('message', (message) => {
      if (message.type === 'memory') counters = new Int32Array(message.memory.buffer, 512, 2)
      if ((message.type !== 'run' && message.type !== 'block') || message.rows !== 13) return
      const visits = counters === undefined ? 0 : Atomics.add(counters, 0, 1)
      ${onRun}
    })
  `
  return `${before}\n${workerProgram}`
}
