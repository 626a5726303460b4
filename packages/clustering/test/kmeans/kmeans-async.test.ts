import type { Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans, kmeansAsync } from '../../src/index.js'
import { randomRows } from '../points.js'

const points = randomRows(1, 6000, 3)

test('the result is that of the synchronous form, bit for bit', async () => {
  const options = { seed: 1, restarts: 3 }
  expect(await kmeansAsync(points, 7, options)).toEqual(kmeans(points, 7, options))
})

test('progress counts restarts and ends at their number', async () => {
  const seen: Progress[] = []
  await kmeansAsync(points, 7, { seed: 1, restarts: 3, onProgress: (progress) => seen.push(progress) })
  expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['k-means']))
  const done = seen.map((progress) => progress.done)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toEqual({ stage: 'k-means', done: 3, total: 3 })
})

test('other work of the thread happens in between', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  await kmeansAsync(randomRows(2, 20_000, 4), 12, { seed: 1, restarts: 2, iterations: 20 })
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(1)
})

test('a run that is aborted half-way rejects with the reason of the signal', async () => {
  const stop = new AbortController()
  const running = kmeansAsync(points, 7, {
    seed: 1,
    restarts: 1000,
    signal: stop.signal,
    onProgress: ({ done }) => done === 2 && stop.abort(new Error('enough')),
  })
  await expect(running).rejects.toThrow(new Error('enough'))
})

test('bad arguments reject instead of throwing', async () => {
  await expect(kmeansAsync([[1], [2]], 3, { seed: 1 })).rejects.toThrow(
    new RangeError('kmeans: k must be at most 2, the number of distinct rows, got 3'),
  )
})
