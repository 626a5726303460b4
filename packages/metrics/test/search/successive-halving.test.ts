import { expect, test } from 'vitest'
import { kFold, settingsGrid, successiveHalving, successiveHalvingAsync } from '../../src/index.js'
import { halvingPlan } from '../../src/search/successive-halving.js'
import { randomShop } from '../random-shop.js'
import { bundled } from './bundled.js'
import { fitBestSellers } from './models.js'
import { withoutSeconds } from './without-seconds.js'

const splits = kFold(randomShop(1, 400), { folds: 2 })
const settings = settingsGrid({ skip: [0, 1, 2, 3, 4, 5, 6, 7, 8] })

test('each round keeps the best third and triples the customers, and the last one has all', () => {
  const { best, trials } = successiveHalving(fitBestSellers, settings, splits, { k: 4 })
  const rounds = [0, 1, 2].map((round) => trials.filter((trial) => trial.round === round))
  expect(rounds.map(({ length }) => length)).toEqual([9, 3, 1])
  expect(rounds.map(([first]) => first!.share)).toEqual([1 / 9, 1 / 3, 1])
  const scores = rounds[0]!.map(({ score }) => score!).sort((a, b) => b - a)
  expect(Math.min(...rounds[1]!.map(({ settings: { skip } }) => rounds[0]![skip]!.score!))).toBe(scores[2])
  expect(best).toBe(rounds[2]![0])
})

test('there are as many rounds as settings and the least share allow', () => {
  const shares = (n: number, factor: number, minShare: number) => {
    const plan = halvingPlan(
      Array.from({ length: n }, (_, i) => ({ i })),
      1,
      { factor, minShare, goal: 'highest' },
    )
    const rounds = [plan.first]
    for (;;) {
      const last = rounds.at(-1)!
      const done = last.settings.map((each) => ({ settings: each, score: 0 }) as never)
      const next = plan.next(done, rounds.length - 1)
      if (next === undefined) break
      rounds.push(next)
    }
    expect(plan.runs).toBe(rounds.reduce((sum, round) => sum + round.settings.length, 0))
    return rounds.map(({ settings: { length }, share }) => [length, share])
  }
  expect(shares(1, 3, 0.1)).toEqual([[1, 1]])
  expect(shares(100, 2, 0.25)).toEqual([
    [100, 0.25],
    [50, 0.5],
    [25, 1],
  ])
  expect(shares(3, 2, 0.01)).toEqual([
    [3, 0.25],
    [2, 0.5],
    [1, 1],
  ])
  expect(shares(5, 3, 1)).toEqual([[5, 1]])
})

test('workers find the same', async () => {
  const module = await bundled('best-sellers-module.ts')
  const found = await successiveHalvingAsync(module, settings, splits, { k: 4, workers: 2 })
  expect(withoutSeconds(found)).toEqual(withoutSeconds(successiveHalving(fitBestSellers, settings, splits, { k: 4 })))
})

test('names what is wrong', () => {
  const wrong = (options: object) => () => successiveHalving(fitBestSellers, settings, splits, options)
  expect(wrong({ factor: 1 })).toThrow(new RangeError('successiveHalving: factor must be above 1, got 1'))
  expect(wrong({ minShare: 0 })).toThrow('successiveHalving: minShare must be above 0, got 0')
  expect(wrong({ minShare: 2 })).toThrow('successiveHalving: minShare must be at most 1, got 2')
  expect(() => successiveHalving(fitBestSellers, [{ skip: 1 }, { skip: 1 }], splits)).toThrow(
    'settings[1] must be other',
  )
})
