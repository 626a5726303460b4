import { expect, test } from 'vitest'
import { gridSearch, gridSearchAsync, kFold, memoryLog } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { bundled } from './bundled.js'
import { fitBestSellers } from './models.js'
import { withoutSeconds } from './without-seconds.js'

const splits = kFold(randomShop(1), { folds: 3 })
const grid = { skip: [0, 1, 2, 3] }

test('a search that was ended goes on from its log, and finds what it would have found', async () => {
  const log = memoryLog()
  const controller = new AbortController()
  const ended = gridSearchAsync(fitBestSellers, grid, splits, {
    log,
    signal: controller.signal,
    onProgress: ({ done }) => done === 5 && controller.abort(new Error('enough')),
  })
  await expect(ended).rejects.toThrow('enough')
  const seen: number[] = []
  const result = await gridSearchAsync(fitBestSellers, grid, splits, { log, onProgress: ({ done }) => seen.push(done) })
  expect(result.fromLog).toBe(5)
  expect(seen).toEqual([6, 7, 8, 9, 10, 11, 12])
  const whole = withoutSeconds(gridSearch(fitBestSellers, grid, splits))
  expect({ ...withoutSeconds(result), fromLog: 0 }).toEqual(whole)
  const fits = { count: 0 }
  const counted = (settings: { skip: number }) => (fits.count++, fitBestSellers(settings))
  expect((await gridSearchAsync(counted, grid, splits, { log })).fromLog).toBe(12)
  expect(fits.count).toBe(0)
})

test('a larger grid uses what a smaller one has noted, whoever made it', async () => {
  const log = memoryLog()
  await gridSearchAsync(await bundled('best-sellers-module.ts'), grid, splits, { log, workers: 2 })
  const { fromLog, trials } = await gridSearchAsync(fitBestSellers, { skip: [0, 1, 2, 3, 4] }, splits, { log })
  expect([fromLog, trials.length]).toEqual([12, 5])
})

test('the log of another protocol or other splits is refused', async () => {
  const log = memoryLog()
  await gridSearchAsync(fitBestSellers, grid, splits, { log })
  const other = gridSearchAsync(fitBestSellers, grid, splits, { log, k: 3 })
  await expect(other).rejects.toThrow('log must be that of a search with the same splits and protocol')
  const folds = gridSearchAsync(fitBestSellers, grid, splits.slice(1), { log })
  await expect(folds).rejects.toThrow('log must be that of a search with the same splits and protocol')
})

test('inputs stay as they were, and the result is plain data', () => {
  const before = structuredClone(splits)
  const result = gridSearch(fitBestSellers, grid, splits)
  expect(splits).toEqual(before)
  expect(structuredClone(result)).toEqual(result)
})
