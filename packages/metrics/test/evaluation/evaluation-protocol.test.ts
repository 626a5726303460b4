import { expect, test } from 'vitest'
import { checkOrderInTime, evaluationProtocol } from '../../src/evaluation/evaluation-protocol.js'
import { splitByTime } from '../../src/splits/split-by-time.js'
import { shop } from '../shops.js'

const orders = shop([
  ['anna', 1, 'a'],
  ['anna', 5, 'b'],
])
const split = splitByTime(orders, { at: '2024-01-03' })

test('every option has its default', () => {
  expect(evaluationProtocol(split, {})).toEqual({
    definitions: 1,
    at: Date.UTC(2024, 0, 3),
    k: 10,
    repurchases: 'exclude',
    population: 'returning',
    flavor: 'standard',
    gains: 'binary',
    onError: 'throw',
    seed: 0,
    resamples: 1000,
    confidence: 0.95,
  })
})

test('options out of range are named', () => {
  expect(() => evaluationProtocol(split, { k: 0 })).toThrow(new RangeError('evaluate: k must be at least 1, got 0'))
  expect(() => evaluationProtocol(split, { repurchases: 'no' as never })).toThrow(
    'evaluate: repurchases must be one of "exclude", "include", got "no"',
  )
  expect(() => evaluationProtocol(split, { population: 'all' as never })).toThrow(
    'evaluate: population must be one of "returning", "new", got "all"',
  )
  expect(() => evaluationProtocol(split, { resamples: 10 })).toThrow('evaluate: resamples must be at least 100, got 10')
})

test('what is no split is refused', () => {
  expect(() => evaluationProtocol(undefined as never, {})).toThrow(
    new TypeError('evaluate: split must have a train and a test side, got undefined'),
  )
  expect(() => evaluationProtocol({ train: orders } as never, {})).toThrow('split must have a train and a test side')
})

test('a split in order passes', () => {
  expect(() => checkOrderInTime(split)).not.toThrow()
})

test('a train period that reaches into the test period is refused, with the first line that does', () => {
  expect(() => checkOrderInTime({ ...split, train: orders })).toThrow(
    new RangeError(
      'evaluate: split.train.time[1] must be before split.at (2024-01-03T00:00:00.000Z), got 2024-01-05T00:00:00.000Z',
    ),
  )
})

test('a test period that begins before the split is refused', () => {
  expect(() => checkOrderInTime({ ...split, test: orders })).toThrow(
    'evaluate: split.test.time[0] must not be before split.at (2024-01-03T00:00:00.000Z), got 2024-01-01T00:00:00.000Z',
  )
  expect(() => checkOrderInTime({ ...split, at: NaN })).toThrow('evaluate: split.at must be finite, got NaN')
})

test('what a model was given must be known before the split', () => {
  expect(() => evaluationProtocol(split, { knownUntil: '2024-01-02' })).not.toThrow()
  expect(() => evaluationProtocol(split, { knownUntil: '2024-01-03' })).toThrow(
    'evaluate: knownUntil must be before split.at (2024-01-03T00:00:00.000Z), got 2024-01-03T00:00:00.000Z',
  )
  const { train, test: later } = split
  expect(() => evaluationProtocol({ train, test: later }, { knownUntil: 0 })).toThrow('with a split in time only')
})

test('a split that is not one in time has no border to cross', () => {
  expect(() => checkOrderInTime({ train: orders, test: orders })).not.toThrow()
})
