import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, gridSearch, gridSearchAsync, kFold, rollingSplits } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { bundled } from './bundled.js'
import { fitBestSellers } from './models.js'
import { withoutSeconds } from './without-seconds.js'

const orders = randomShop(1, 400)
const splits = kFold(orders, { folds: 3, seed: 1 })
const grid = { skip: [0, 3, 6], rareFirst: [false, true] }

test('each trial has the figures that evaluate gives on each split, and the best has the highest mean', () => {
  const { best, trials, metric, goal, stopped } = gridSearch(fitBestSellers, grid, splits, { k: 5 })
  expect({ metric, goal, stopped, trials: trials.length }).toEqual({
    metric: 'ndcg',
    goal: 'highest',
    stopped: false,
    trials: 6,
  })
  for (const trial of trials) {
    const ndcg = splits.map((split) => {
      return evaluate(fitBestSellers(trial.settings)(split.train), split, { k: 5, resamples: 100 }).metrics
    })
    expect(trial.perSplit.map((each) => each['ndcg'])).toEqual(ndcg.map((each) => each.ndcg.mean))
    expect(trial.perSplit.map((each) => each['coverage'])).toEqual(ndcg.map((each) => each.coverage.mean))
    const mean = ndcg.reduce((sum, each) => sum + each.ndcg.mean, 0) / 3
    expect(trial.score).toBeCloseTo(mean, 14)
    const squares = ndcg.reduce((sum, each) => sum + (each.ndcg.mean - mean) ** 2, 0)
    expect(trial.deviation).toBeCloseTo(Math.sqrt(squares / 2), 14)
    expect(trial.seconds).toBeGreaterThan(0)
  }
  expect(best.score).toBe(Math.max(...trials.map(({ score }) => score!)))
})

test('time windows validate as well, and any metric decides, a popularity by its lowest', () => {
  const windows = rollingSplits(orders, { testDays: 5, windows: 2 })
  const { best, goal, trials } = gridSearch(fitBestSellers, { skip: [0], rareFirst: [false, true] }, windows, {
    metric: 'averagePopularity',
    k: 3,
  })
  expect(goal).toBe('lowest')
  expect(best.settings).toEqual({ skip: 0, rareFirst: true })
  expect(best.score).toBe(Math.min(...trials.map(({ score }) => score!)))
  expect(gridSearch(fitBestSellers, grid, windows, { metric: 'coverage' }).best.metrics['coverage']).toBeGreaterThan(0)
})

test('of equal settings the first is best', () => {
  const fit = () => fitBestSellers({ skip: 0 })
  expect(gridSearch(fit, { unused: ['a', 'b'] }, splits).best.settings).toEqual({ unused: 'a' })
})

test('patience ends the search after so many trials without a better one', () => {
  const skips = { skip: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }
  const all = gridSearch(fitBestSellers, skips, splits, { k: 5 })
  const some = gridSearch(fitBestSellers, skips, splits, { k: 5, patience: 2 })
  let best = 0
  let since = 0
  let tried = 0
  for (const { score } of all.trials) {
    tried++
    since = score! > best ? 0 : since + 1
    best = Math.max(best, score!)
    if (since === 2) break
  }
  expect(tried).toBeLessThan(10)
  expect(some.stopped).toBe(true)
  expect(withoutSeconds(some).trials).toEqual(withoutSeconds(all).trials.slice(0, tried))
})

test('settings that fail lose and say why, or end the search', () => {
  const bad = { skip: [-1, 0] }
  const { best, trials } = gridSearch(fitBestSellers, bad, splits, { onError: 'collect' })
  expect(best.settings).toEqual({ skip: 0 })
  expect(trials[0]).toMatchObject({ score: undefined, failure: 'fitBestSellers: skip must be at least 0, got -1' })
  expect(() => gridSearch(fitBestSellers, bad, splits)).toThrow(
    'gridSearch: the model of {"skip":-1} on splits[0] must be fitted and judged, got "fitBestSellers: skip must be at least 0, got -1"',
  )
  expect(() => gridSearch(fitBestSellers, { skip: [-1, -2] }, splits, { onError: 'collect' })).toThrow(
    'gridSearch: fit must succeed for at least one of the settings, got "fitBestSellers: skip must be at least 0, got -1"',
  )
})

test('a judge of one’s own may decide by any number', () => {
  const { best, metric } = gridSearch(fitBestSellers, { skip: [0, 4, 2] }, splits, {
    metric: 'distance',
    goal: 'lowest',
    judge: (model, { train }) => ({ distance: model.recommend === undefined ? 0 : Math.abs(train.size - 300) }),
  })
  expect([metric, best.settings]).toEqual(['distance', { skip: 0 }])
})

test('two workers, one worker and none give the same result', async () => {
  const module = await bundled('best-sellers-module.ts')
  const here = withoutSeconds(gridSearch(fitBestSellers, grid, splits, { k: 5 }))
  expect(withoutSeconds(await gridSearchAsync(fitBestSellers, grid, splits, { k: 5 }))).toEqual(here)
  for (const workers of [1, 2]) {
    expect(withoutSeconds(await gridSearchAsync(module, grid, splits, { k: 5, workers })), `${workers}`).toEqual(here)
  }
  const patient = { k: 5, patience: 1, onError: 'collect' } as const
  const skips = { skip: [3, -1, 0, 9, 8, 2, 1] }
  expect(withoutSeconds(await gridSearchAsync(module, skips, splits, { ...patient, workers: 2 }))).toEqual(
    withoutSeconds(gridSearch(fitBestSellers, skips, splits, patient)),
  )
})

test('progress counts every fit up to the end, and a model may be promised', async () => {
  const seen: string[] = []
  const promised = (settings: { skip: number }) => (train: typeof orders) =>
    Promise.resolve(fitBestSellers(settings)(train))
  const result = await gridSearchAsync(promised, { skip: [0, 1] }, splits, {
    onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`),
  })
  expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => `search ${done}/6`))
  expect(withoutSeconds(result)).toEqual(withoutSeconds(gridSearch(fitBestSellers, { skip: [0, 1] }, splits)))
})

test('an abort ends the search with its reason', async () => {
  const controller = new AbortController()
  const onProgress = ({ done }: { done: number }) => done === 2 && controller.abort(new Error('enough'))
  const search = gridSearchAsync(fitBestSellers, grid, splits, { signal: controller.signal, onProgress })
  await expect(search).rejects.toThrow('enough')
  const module = await bundled('best-sellers-module.ts')
  const onWorkers = gridSearchAsync(module, grid, splits, { workers: 2, signal: AbortSignal.timeout(1) })
  await expect(onWorkers).rejects.toThrow('timeout')
})

test('the first trial of a search decides nothing but order: any order of the grid finds the same best score', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (skip) => {
      const { best, trials } = gridSearch(fitBestSellers, { skip }, splits, { k: 3 })
      expect(best.score).toBe(Math.max(...trials.map(({ score }) => score!)))
      expect(trials.map(({ settings }) => settings.skip)).toEqual(skip)
    }),
    { numRuns: 10 },
  )
})

test('names what is wrong', async () => {
  expect(() => gridSearch(5 as never, grid, splits)).toThrow(new TypeError('gridSearch: fit must be a function, got 5'))
  expect(() => gridSearch(fitBestSellers, grid, [])).toThrow('gridSearch: splits.length must be at least 1, got 0')
  expect(() => gridSearch(fitBestSellers, grid, [{} as never])).toThrow('splits[0] must have a train and a test side')
  expect(() => gridSearch(fitBestSellers, grid, orders as never)).toThrow('splits must be an array of splits')
  expect(() => gridSearch(fitBestSellers, grid, splits, { metric: 'best' })).toThrow(
    'gridSearch: metrics[7] must be one of',
  )
  expect(() => gridSearch(fitBestSellers, grid, splits, { k: 0 })).toThrow('k must be at least 1, got 0')
  expect(() => gridSearch(fitBestSellers, grid, splits, { patience: 0 })).toThrow('patience must be at least 1, got 0')
  expect(() => gridSearch(fitBestSellers, grid, splits, { metric: 'x', judge: () => ({ y: 1 }) })).toThrow(
    'gridSearch: metric must be one that the judge gives ("y"), got "x"',
  )
  expect(() => gridSearch(fitBestSellers, grid, splits, { metric: 'x', judge: () => ({ x: NaN }) })).toThrow(
    'must be fitted and judged, got "judge: x must be finite, got NaN"',
  )
  await expect(gridSearchAsync(fitBestSellers, grid, splits, { workers: 2 })).rejects.toThrow(
    'gridSearchAsync: fit must be the path of a module when workers are asked for, got a function',
  )
  await expect(gridSearchAsync('/x.js', grid, splits, { judge: () => ({}) })).rejects.toThrow(
    'judge must be given to serveSearch',
  )
  await expect(gridSearchAsync(null as never, grid, splits)).rejects.toThrow(
    'fit must be a function or the path of a module',
  )
})
