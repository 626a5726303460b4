import { expect, test } from 'vitest'
import { kFold } from '../../src/index.js'
import { judgeRun, judgeRunAsync, tryingOf, type Trying } from '../../src/search/judge-run.js'
import { searchProtocol, type Fit } from '../../src/search/search-options.js'
import type { Settings } from '../../src/search/settings.js'
import { randomShop } from '../random-shop.js'
import { fitBestSellers } from './models.js'

const [split] = kFold(randomShop(1), { folds: 3 })
const run = { settings: { skip: 1 }, split: 0, share: 1 }

function trying(fit: unknown = fitBestSellers, judge?: Trying['judge']): Trying {
  const protocol = searchProtocol('f', { k: 3, metric: 'mrr' }, false)
  return tryingOf({ fn: 'f', fit: fit as Fit<Settings>, judge, protocol })
}

test('a run gives every metric, the same whether waited for or not', async () => {
  const { metrics, seconds } = judgeRun(trying(), split!, run)
  expect(Object.keys(metrics)).toEqual(['precision', 'recall', 'f1', 'hitRate', 'mrr', 'map', 'ndcg', 'coverage'])
  expect(seconds).toBeGreaterThan(0)
  expect((await judgeRunAsync(trying(), split!, run)).metrics).toEqual(metrics)
})

test('a share of the customers has other figures', () => {
  expect(judgeRun(trying(), split!, { ...run, share: 0.5 }).metrics).not.toEqual(
    judgeRun(trying(), split!, run).metrics,
  )
})

test('what fails is named with its settings and split, and is the cause', async () => {
  const boom = new Error('boom')
  const fit = () => () => {
    throw boom
  }
  const message = 'f: the model of {"skip":1} on splits[0] must be fitted and judged, got "boom"'
  expect(() => judgeRun(trying(fit), split!, run)).toThrow(message)
  const error = await judgeRunAsync(trying(fit), split!, run).catch((each: unknown) => each)
  expect(error).toMatchObject({ message, cause: boom })
  const badly = trying(fitBestSellers, () => ({ x: Infinity }))
  expect(() => judgeRun(badly, split!, run)).toThrow('got "judge: x must be finite, got Infinity"')
})

test('an aborted run rejects with the reason alone', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(judgeRunAsync(trying(), split!, run, signal)).rejects.toThrow('enough')
})
