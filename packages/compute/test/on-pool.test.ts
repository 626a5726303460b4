import { multiplyAsync, onPool, openPool, type Engine } from '@clientele/compute'
import type { Progress, Steps } from '@clientele/core'
import { afterAll, expect, test } from 'vitest'
import { matrix } from './made.js'

const pool = openPool({ workers: 2 })
afterAll(() => pool.close())

function* steps(engine: Engine): Steps<Engine> {
  yield { stage: 'half', done: 1, total: 2 }
  return engine
}

test('the steps are made with the engine of the pool, and progress is reported', async () => {
  const seen: Progress[] = []
  expect(await onPool('fn', { pool, onProgress: (progress) => seen.push(progress) }, steps)).toBe(pool.engine)
  expect(seen).toEqual([{ stage: 'half', done: 1, total: 2 }])
})

test('without a pool of the caller’s, calls share one for their number of workers', async () => {
  const engine = await onPool('fn', { workers: 2 }, steps)
  expect(engine).toBe(await onPool('fn', { workers: 2 }, steps))
  expect(engine).not.toBe(await onPool('fn', { workers: 1 }, steps))
  expect(engine.threads).toBe(2)
})

test('what is wrong with the options is a rejection in the name of the function', async () => {
  await expect(multiplyAsync(matrix(1, 1), matrix(1, 1), { workers: 0 })).rejects.toThrow(
    new RangeError('multiply: workers must be between 1 and 256, got 0'),
  )
  const closed = openPool({ workers: 1 })
  await closed.close()
  await expect(multiplyAsync(matrix(1, 1), matrix(1, 1), { pool: closed })).rejects.toThrow(
    new Error('multiply: pool must be open, got a closed pool'),
  )
})

test('an abort ends an algorithm wherever it is, and gives its memory back', async () => {
  const left = matrix(700, 700, Float32Array)
  const { used } = pool.engine.arena
  for (const delay of [0, 1, 2, 5, 10, 20]) {
    const controller = new AbortController()
    const reason = new Error('enough')
    setTimeout(() => controller.abort(reason), delay)
    const product = Promise.all(
      Array.from({ length: 40 }, () => multiplyAsync(left, left, { pool, signal: controller.signal })),
    )
    await expect(product).rejects.toBe(reason)
    await pool.run({ blocks: 0, runBlock: () => undefined })
  }
  await expect.poll(() => pool.engine.arena.used).toBe(used)
  await multiplyAsync(left, left, { pool })
})
