import { computeKernels, rowTask } from '@clientele/compute'
import { afterEach, expect, test } from 'vitest'
import { copyingPool } from '../pools.js'

let pool = copyingPool()
afterEach(async () => {
  await pool.close()
  pool = copyingPool()
})

test('regions longer than one piece go there and come back whole', async () => {
  const { arena } = pool.engine
  const scope = arena.scope()
  const n = 1100
  const matrix = scope.copy(Float64Array.from({ length: n * n }, (_, i) => (i % n) * 2000 + Math.floor(i / n)))
  expect(matrix.length * 8).toBeGreaterThan(2 * (4 << 20))
  await pool.run(rowTask(pool.engine, computeKernels, 'mirror', [matrix, n], { rows: n, blockRows: 64 }))
  const mirrored = matrix.view()
  // What was below the diagonal is now on both sides.
  let wrong = 0
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < n; c++) if (mirrored[r * n + c] !== Math.min(r, c) * 2000 + Math.max(r, c)) wrong++
  }
  expect(wrong).toBe(0)
})

test('memory that grew after a first task is there for the next, scratch included', async () => {
  const { arena } = pool.engine
  const scope = arena.scope()
  const small = scope.copy(Float64Array.of(1, 2, 3, 4))
  await pool.run(rowTask(pool.engine, computeKernels, 'mirror', [small, 2], { rows: 2, blockRows: 1 }))
  expect([...small.view()]).toEqual([1, 3, 3, 4])
  const big = scope.zeros('f64', 1 << 18)
  big.view().set([1, 0, 5, 2])
  const scratch = { scratch: 'f64', length: 1 << 18 } as const
  const partials = scope.zeros('f64', 4)
  await pool.run(
    rowTask(pool.engine, computeKernels, 'gramF64', [big, 2, partials, 2, scratch], { rows: 2, blockRows: 2 }),
  )
  expect([...partials.view()]).toEqual([26, 10, 10, 4])
})

test('an abort while copies are under way ends the task', async () => {
  const scope = pool.engine.arena.scope()
  const matrix = scope.zeros('f64', 1 << 22)
  const controller = new AbortController()
  const task = rowTask(pool.engine, computeKernels, 'mirror', [matrix, 1], { rows: 1, blockRows: 1 })
  const work = pool.run(task, controller.signal)
  controller.abort(new Error('enough'))
  await expect(work).rejects.toThrow('enough')
})
