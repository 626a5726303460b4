import { runAsync } from '@clientele/core'
import { expect, test } from 'vitest'
import type { SearchRun } from '../../src/search/judge-run.js'
import { lanePool, type Lane } from '../../src/search/lanes.js'
import { RunBatch } from '../../src/search/run-batch.js'
import { searchProtocol } from '../../src/search/search-options.js'

const quiet = { onError: 'throw', note: () => undefined, settled: () => undefined } as const
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function batch(trials: number): RunBatch {
  return new RunBatch({
    fn: 'f',
    settings: Array.from({ length: trials }, (_, i) => ({ i })),
    splits: 1,
    round: 0,
    share: 1,
    before: 0,
    protocol: searchProtocol('f', { metric: 'x' }, true),
    runHere: () => {
      throw new Error('made here')
    },
  })
}

const lane =
  (ms: number, made: number[]): Lane =>
  async ({ settings }: SearchRun) => {
    made.push(settings['i'] as number)
    await pause(ms)
    return { metrics: { x: settings['i'] as number }, seconds: 0 }
  }

test('a fast lane makes more runs than a slow one, and each run is made once', async () => {
  const fast: number[] = []
  const slow: number[] = []
  const all = batch(12)
  await lanePool([lane(1, fast), lane(200, slow)], quiet).run(all)
  expect([...fast, ...slow].sort((a, b) => a - b)).toEqual([...Array(12).keys()])
  expect(fast.length).toBeGreaterThan(slow.length)
  expect(all.trials().map(({ score }) => score)).toEqual([...Array(12).keys()])
})

test('a run counts once it is noted', async () => {
  const events: string[] = []
  await lanePool([lane(0, [])], {
    onError: 'throw',
    note: async ({ settings }) => {
      await pause(1)
      events.push(`noted ${settings['i']}`)
    },
    settled: ({ done }) => events.push(`done ${done}`),
  }).run(batch(2))
  expect(events).toEqual(['noted 0', 'done 1', 'noted 1', 'done 2'])
})

test('the first error ends the batch, once no lane works any more', async () => {
  const made: number[] = []
  let working = 0
  const slow: Lane = async (run, signal) => {
    working++
    await lane(20, made)(run, signal)
    working--
    return { metrics: { x: 0 }, seconds: 0 }
  }
  const failing: Lane = () => Promise.reject(new Error('boom'))
  await expect(lanePool([slow, failing], quiet).run(batch(9))).rejects.toThrow('boom')
  expect([working, made.length]).toEqual([0, 1])
})

test('what the model did is collected, what befell the search is not', async () => {
  const options = { ...quiet, onError: 'collect' } as const
  const model: Lane = () => Promise.reject(new RangeError('f: the model failed', { cause: new Error('boom') }))
  const all = batch(1)
  await lanePool([model], options).run(all)
  expect(all.trials()[0]!.failure).toBe('boom')
  const dead: Lane = () => Promise.reject(new Error('dead'))
  await expect(lanePool([dead], options).run(batch(1))).rejects.toThrow('dead')
  const full = { ...options, note: () => Promise.reject(new Error('disk full')) }
  await expect(lanePool([lane(0, [])], full).run(batch(1))).rejects.toThrow('disk full')
})

test('an abort is passed on to the lanes and rejects with its reason', async () => {
  const controller = new AbortController()
  const waiting: Lane = (_, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  const steps = (function* () {
    yield batch(3)
  })()
  const done = runAsync(steps, { pool: lanePool([waiting, waiting], quiet), signal: controller.signal })
  controller.abort(new Error('enough'))
  await expect(done).rejects.toThrow('enough')
  await expect(lanePool([waiting], quiet).run(batch(1), AbortSignal.abort(new Error('before')))).rejects.toThrow(
    'before',
  )
})
