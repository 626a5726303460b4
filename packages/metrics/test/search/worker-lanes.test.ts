import { expect, test } from 'vitest'
import { gridSearchAsync, kFold } from '../../src/index.js'
import { searchProtocol } from '../../src/search/search-options.js'
import { workerLanes } from '../../src/search/worker-lanes.js'
import { randomShop } from '../random-shop.js'
import { bundled } from './bundled.js'

const splits = kFold(randomShop(1), { folds: 2 })

test('there are no more workers than runs', async () => {
  const module = await bundled('best-sellers-module.ts')
  const options = { fn: 'f', module, splits, protocol: searchProtocol('f', {}, false), workers: 7, runs: 2 }
  const { lanes, close } = workerLanes(options)
  expect(lanes).toHaveLength(2)
  await close()
})

test('a worker that dies, a module that is missing and one that serves nothing end the search, which says so', async () => {
  const module = await bundled('best-sellers-module.ts')
  const dead = gridSearchAsync(module, { skip: [0, 999] }, splits, { workers: 2, onError: 'collect' })
  await expect(dead).rejects.toThrow(
    'gridSearchAsync: worker must stay alive until the search is done, got exit code 3',
  )
  await expect(gridSearchAsync('/no/such/module.js', { skip: [0] }, splits)).rejects.toThrow('Cannot find module')
  const idle = await bundled('without-seconds.ts')
  await expect(gridSearchAsync(idle, { skip: [0] }, splits)).rejects.toThrow('got exit code 0')
})

test('a module that lives on and never calls serveSearch is told apart from one that takes its time', async () => {
  const module = await bundled('never-serving.ts')
  const options = { fn: 'f', splits, protocol: searchProtocol('f', {}, false), workers: 1, runs: 1 }
  const idle = workerLanes({ ...options, module, loadSeconds: 0.2 })
  const run = { settings: { skip: 0 }, split: 0, share: 1 }
  await expect(idle.lanes[0]!(run, new AbortController().signal)).rejects.toThrow(
    new RangeError(`f: fit must be a module that calls serveSearch within 0.2 s, got "${module.href}"`),
  )
  await idle.close()
  const serving = workerLanes({ ...options, module: await bundled('best-sellers-module.ts') })
  const { metrics } = await serving.lanes[0]!(run, new AbortController().signal)
  expect(metrics).toHaveProperty('ndcg')
  await serving.close()
})

test('what a model throws in a worker is told as in this thread', async () => {
  const module = await bundled('best-sellers-module.ts')
  const error = await gridSearchAsync(module, { skip: [-1] }, splits, { workers: 1 }).catch((each: unknown) => each)
  expect(error).toBeInstanceOf(RangeError)
  expect(error).toMatchObject({
    message:
      'gridSearchAsync: the model of {"skip":-1} on splits[0] must be fitted and judged, ' +
      'got "fitBestSellers: skip must be at least 0, got -1"',
    cause: { message: 'fitBestSellers: skip must be at least 0, got -1' },
  })
})

test('the number of workers is checked', async () => {
  const search = gridSearchAsync('/x.js', { skip: [0] }, splits, { workers: 0 })
  await expect(search).rejects.toThrow('gridSearchAsync: workers must be between 1 and 256, got 0')
})
