import { expect, test } from 'vitest'
import { gridSearch, gridSearchAsync, kFold } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { searchProtocol } from '../../src/search/search-options.js'
import { workerLanes } from '../../src/search/worker-lanes.js'
import { fitBestSellers } from '../search/models.js'
import { withoutSeconds } from '../search/without-seconds.js'

const splits = kFold(randomShop(1), { folds: 3 })
const grid = { skip: [0, 1, 2], rareFirst: [false, true] }

test('Web Workers that load a module find what this thread finds', async () => {
  const module = new URL('../search/best-sellers-module.ts', import.meta.url)
  const found = await gridSearchAsync(module, grid, splits, { workers: 2 })
  expect(withoutSeconds(found)).toEqual(withoutSeconds(gridSearch(fitBestSellers, grid, splits)))
})

test('a module that cannot be loaded ends the search', async () => {
  const missing = gridSearchAsync('/no/such/module.js', grid, splits, { workers: 1 })
  await expect(missing).rejects.toThrow('worker must stay alive until the search is done')
})

test('a module that never calls serveSearch ends the search', async () => {
  const module = new URL('../search/never-serving.ts', import.meta.url)
  const protocol = searchProtocol('f', {}, false)
  const { lanes, close } = workerLanes({ fn: 'f', module, splits, protocol, workers: 1, runs: 1, loadSeconds: 0.5 })
  const run = { settings: { skip: 0 }, split: 0, share: 1 }
  await expect(lanes[0]!(run, new AbortController().signal)).rejects.toThrow(
    'f: fit must be a module that calls serveSearch within 0.5 s, got "http',
  )
  await close()
})
