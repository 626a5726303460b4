import { computeKernels, Engine, openPool, rowTask, type Pool } from '@clientele/compute'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { copyingPool, programPool, twinPool } from '../pools.js'
import { broken, endless, programThat, rowSums } from './work.js'

const opened: Pool[] = []
function opening(pool: Pool): Pool {
  opened.push(pool)
  return pool
}
afterEach(() => Promise.all(opened.splice(0).map((pool) => pool.close())))

/** Row sums of rows (0, 1), (1, 2), …, on a pool; throws unless they are right. */
async function expectWork(pool: Pool, rows = 10): Promise<void> {
  const scope = pool.engine.arena.scope()
  const matrix = scope.copy(Float64Array.from({ length: 2 * rows }, (_, i) => Math.ceil(i / 2)))
  const into = scope.zeros('f64', rows)
  await pool.run(rowSums(pool.engine, matrix, scope.copy(Float64Array.of(1, 1)), into))
  expect([...into.view()]).toEqual(Array.from({ length: rows }, (_, r) => 2 * r + 1))
  scope.close()
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.each([
  ['shared memory', () => openPool({ workers: 2 })],
  ['copies', () => copyingPool()],
  ['the twins', () => twinPool()],
])('a pool with %s', (_, open) => {
  test('does a task, again and again', async () => {
    const pool = opening(open())
    for (let i = 0; i < 5; i++) await expectWork(pool)
    expect(pool.engine.arena.used).toBe(0)
  })

  test('does tasks that are given at the same time', async () => {
    const pool = opening(open())
    await Promise.all(Array.from({ length: 40 }, (_, i) => expectWork(pool, 1 + i)))
    expect(pool.engine.arena.used).toBe(0)
  })

  test('has nothing to do for a task without rows', async () => {
    const pool = opening(open())
    const matrix = pool.engine.arena.scope().zeros('f64', 1)
    await pool.run(rowTask(pool.engine, computeKernels, 'mirror', [matrix, 1], { rows: 0, blockRows: 1 }))
  })

  test('does a task without an engine in this thread', async () => {
    const pool = opening(open())
    const done: number[] = []
    await pool.run({ blocks: 3, runBlock: (block) => done.push(block) })
    expect(done).toEqual([0, 1, 2])
  })

  test('does not begin when the signal is aborted already', async () => {
    const pool = opening(open())
    const matrix = pool.engine.arena.scope().zeros('f64', 1)
    const reason = new Error('not today')
    await expect(pool.run(endless(pool.engine, matrix), AbortSignal.abort(reason))).rejects.toBe(reason)
    await expectWork(pool)
  })

  test('ends a running task when it is aborted, with the reason, and can be used again', async () => {
    const pool = opening(open())
    const scope = pool.engine.arena.scope()
    const { used } = pool.engine.arena
    const controller = new AbortController()
    const reason = { why: 'enough' }
    setTimeout(() => controller.abort(reason), 50)
    const work = pool.run(endless(pool.engine, scope.zeros('f64', 1)), controller.signal)
    await expect(work).rejects.toBe(reason)
    scope.close()
    expect(pool.engine.arena.used).toBe(used)
    await expectWork(pool)
  })

  test('an abort after the end changes nothing', async () => {
    const pool = opening(open())
    const scope = pool.engine.arena.scope()
    const into = scope.zeros('f64', 3)
    const controller = new AbortController()
    const matrix = scope.copy(Float64Array.of(1, 2, 3, 4, 5, 6))
    await pool.run(rowSums(pool.engine, matrix, scope.copy(Float64Array.of(1, 1)), into), controller.signal)
    controller.abort()
    expect([...into.view()]).toEqual([3, 7, 11])
    await expectWork(pool)
  })

  test('rejects what runs, what waits and what comes later once it is closed', async () => {
    const pool = open()
    const { engine } = pool
    const matrix = engine.arena.scope().zeros('f64', 1)
    const work = [pool.run(endless(engine, matrix)), pool.run(endless(engine, matrix))]
    const settled = Promise.allSettled(work)
    await pause(50)
    await pool.close()
    const closed = new Error('mirror: pool must be open, got a closed pool')
    expect(await settled).toEqual([
      { status: 'rejected', reason: closed },
      { status: 'rejected', reason: closed },
    ])
    await expect(pool.run(endless(engine, matrix))).rejects.toThrow(closed)
    await expect(pool.run({ blocks: 1, runBlock: () => undefined })).rejects.toThrow(
      'pool.run: pool must be open, got a closed pool',
    )
    expect(pool.closed).toBe(true)
    expect(() => pool.engine).toThrow('pool.engine: pool must be open, got a closed pool')
    await pool.close()
  })

  test("refuses a task made with another's engine", async () => {
    const pool = opening(open())
    const other = new Engine()
    const task = endless(other, other.arena.scope().zeros('f64', 1))
    await expect(pool.run(task)).rejects.toThrow(
      new TypeError("pool.run: task must be made with this pool's engine, got an object"),
    )
  })
})

describe.each([
  ['shared memory', () => openPool({ workers: 2 })],
  ['copies', () => copyingPool()],
])('a pool with %s', (_, open) => {
  test('withdraws a waiting task at once when it is aborted, while others still run', async () => {
    const pool = opening(open())
    const scope = pool.engine.arena.scope()
    const matrix = scope.zeros('f64', 1)
    const first = new AbortController()
    const second = new AbortController()
    let firstIsOver = false
    const running = pool.run(endless(pool.engine, matrix), first.signal).finally(() => (firstIsOver = true))
    const waiting = pool.run(endless(pool.engine, matrix), second.signal)
    const last = expectWork(pool)
    await pause(30)
    second.abort(new Error('second'))
    await expect(waiting).rejects.toThrow('second')
    expect(firstIsOver).toBe(false)
    first.abort(new Error('first'))
    await expect(running).rejects.toThrow('first')
    await last
  })

  test('names a kernel that fails, and can be used again', async () => {
    const pool = opening(open())
    await expect(pool.run(broken(pool.engine))).rejects.toThrow(
      /^mirror: kernel must run to its end, got RuntimeError: /,
    )
    await expectWork(pool)
  })
})

describe.each([
  ['ends itself', 'process.exit(3)', 'exit code 3'],
  ['throws', 'parentPort.postMessage = () => {}; throw new Error("out of order")', 'Error: out of order'],
])('when a worker %s', (_, how, reason) => {
  test.each([
    ['shared memory', (program: string) => programPool(program, 2)],
    ['copies', (program: string) => copyingPool(program)],
  ])('a pool with %s rejects with an error that names the kernel, and another takes its place', async (__, open) => {
    const pool = opening(open(programThat(how)))
    for (let i = 0; i < 2; i++) {
      await expect(expectWork(pool, 13)).rejects.toThrow(
        `timesVectorF64: worker must stay alive until the work is done, got ${reason}`,
      )
      await expectWork(pool)
    }
  })
})

test('while others still work on a task whose worker died, its memory is not given back', async () => {
  const slow = `
    if (visits === 0) process.exit(1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    Atomics.store(counters, 1, 1)
  `
  const pool = opening(programPool(programThat(slow), 2))
  const counters = new Int32Array(pool.engine.arena.memory.buffer, 512, 2)
  await expect(expectWork(pool, 13)).rejects.toThrow('timesVectorF64: worker must stay alive')
  expect([...counters]).toEqual([2, 1])
})

test('a program that cannot run is a dead worker, not a wait', async () => {
  const pool = opening(programPool('this is no program', 2))
  await expect(expectWork(pool)).rejects.toThrow(
    /^timesVectorF64: worker must stay alive until the work is done, got SyntaxError/,
  )
})

test('a system that starts no workers is an error, not a wait', async () => {
  const { Worker } = await import('node:worker_threads')
  const threads = process.getBuiltinModule('node:worker_threads')
  expect(threads.Worker).toBe(Worker)
  vi.spyOn(threads, 'Worker').mockImplementation(function () {
    throw new Error('no more threads')
  })
  try {
    const pool = opening(openPool({ workers: 2 }))
    await expect(expectWork(pool)).rejects.toThrow(
      'timesVectorF64: worker must stay alive until the work is done, got Error: no more threads',
    )
  } finally {
    vi.restoreAllMocks()
  }
})

test('a pool has as many workers as it is asked for', () => {
  expect(opening(openPool({ workers: 3 })).workers).toBe(3)
  expect(opening(openPool({ workers: 3 })).engine.threads).toBe(3)
})

test.each([
  [0, 'openPool: workers must be between 1 and 256, got 0'],
  [257, 'openPool: workers must be between 1 and 256, got 257'],
  [1.5, 'openPool: workers must be an integer, got 1.5'],
  ['2', 'openPool: workers must be an integer, got "2"'],
])('%s workers are refused', (workers, message) => {
  expect(() => openPool({ workers: workers as number })).toThrow(message)
})
