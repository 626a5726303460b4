import { expect, test } from 'vitest'
import { crossValidate, crossValidateAsync, evaluate, kFold } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { firstProducts } from '../shops.js'

const splits = kFold(randomShop(1), { folds: 4, seed: 2 })
const options = { k: 3, resamples: 100 }

test('each split is evaluated by a model of its own train side', () => {
  const { evaluations } = crossValidate(firstProducts, splits, options)
  expect(evaluations).toEqual(splits.map((split) => evaluate(firstProducts(split.train), split, options)))
})

test('the interval is Student’s with the variance that overlapping train sides need', () => {
  const { metrics, evaluations } = crossValidate(firstProducts, splits, options)
  const values = evaluations.map((each) => each.metrics.recall.mean)
  const mean = values.reduce((sum, each) => sum + each, 0) / 4
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3
  const share = splits.reduce((sum, { train, test: held }) => sum + held.size / train.size, 0) / 4
  // 97.5 % of Student's t with 3 degrees of freedom, from a table.
  const half = 3.182446 * Math.sqrt(variance * (1 / 4 + share))
  expect(metrics.recall.mean).toBeCloseTo(mean, 14)
  expect(metrics.recall.deviation).toBeCloseTo(Math.sqrt(variance), 14)
  expect(metrics.recall.low).toBeCloseTo(mean - half, 7)
  expect(metrics.recall.high).toBeCloseTo(mean + half, 7)
  expect(share).toBeCloseTo(1 / 3, 1)
})

test('the asynchronous form gives the same, reports each split and ends when asked to', async () => {
  const stages: string[] = []
  const result = await crossValidateAsync(firstProducts, splits, {
    ...options,
    onProgress: ({ stage, done, total }) => stage === 'split' && stages.push(`${done}/${total}`),
  })
  expect(result).toEqual(crossValidate(firstProducts, splits, options))
  expect(stages).toEqual(['0/4', '1/4', '2/4', '3/4'])
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(crossValidateAsync(firstProducts, splits, { signal })).rejects.toThrow('enough')
})

test('names what is wrong', () => {
  expect(() => crossValidate(firstProducts, splits.slice(1, 2))).toThrow(
    new RangeError('crossValidate: splits.length must be at least 2, got 1'),
  )
  expect(() => crossValidate(null as never, splits)).toThrow(
    new TypeError('crossValidate: fit must be a function, got null'),
  )
  expect(() => crossValidate(firstProducts, splits, { k: 0 })).toThrow('evaluate: k must be at least 1, got 0')
})
