import { computeKernels, defaultPool, rowTask } from '@clientele/compute'
import type { Work } from '../../suite.js'

const WORKERS = 2

/** A task of many blocks of one row each, and one multiplication a row: what it costs is the handing out. */
export const smallTasks = (rows: number): Work => dispatched(rows, 1)

/** A task of one block for each worker, again and again: a message to each of them and back. */
export const roundTrips = (times: number): Work => dispatched(WORKERS, times)

const dispatched =
  (rows: number, times: number): Work =>
  () => {
    const pool = defaultPool(WORKERS)
    const scope = pool.engine.arena.scope('dispatch')
    const into = scope.zeros('f32', rows)
    const args = [scope.copy(new Float32Array(rows).fill(3)), 1, scope.copy(Float32Array.of(2)), into]
    const task = rowTask(pool.engine, computeKernels, 'timesVectorF32', args, { rows, blockRows: 1 })
    return {
      units: times === 1 ? rows : times,
      async run() {
        for (let i = 0; i < times; i++) await pool.run(task)
      },
      answer() {
        if (into.view().some((cell) => cell !== 6)) throw new Error('every row must be computed')
        return { numbers: [] }
      },
      finish: () => scope.close(),
    }
  }
