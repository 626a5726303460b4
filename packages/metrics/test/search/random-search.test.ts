import { expect, test } from 'vitest'
import { drawSettings, kFold, randomSearch, randomSearchAsync } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { fitBestSellers } from './models.js'
import { withoutSeconds } from './without-seconds.js'

const splits = kFold(randomShop(1), { folds: 2 })
const space = { skip: { from: 0, to: 9, integer: true }, rareFirst: [false, true] } as const
const options = { trials: 6, seed: 3, k: 4 }

test('the trials are the settings that the seed draws, and the best of them wins', () => {
  const { best, trials } = randomSearch(fitBestSellers, space, splits, options)
  expect(trials.map(({ settings }) => settings)).toEqual(drawSettings(space, options))
  expect(best.score).toBe(Math.max(...trials.map(({ score }) => score!)))
})

test('the asynchronous form finds the same', async () => {
  const result = await randomSearchAsync(fitBestSellers, space, splits, options)
  expect(withoutSeconds(result)).toEqual(withoutSeconds(randomSearch(fitBestSellers, space, splits, options)))
})

test('names what is wrong', async () => {
  expect(() => randomSearch(fitBestSellers, space, splits, { trials: 0 })).toThrow(
    new RangeError('randomSearch: trials must be at least 1, got 0'),
  )
  const empty = randomSearchAsync(fitBestSellers, { skip: { from: 1, to: 0 } }, splits)
  await expect(empty).rejects.toThrow('randomSearchAsync: space.skip.to must be above space.skip.from (1), got 0')
})
