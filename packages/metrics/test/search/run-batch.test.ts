import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { failureOf, isBetter, RunBatch, type BatchOptions } from '../../src/search/run-batch.js'
import { searchProtocol, type SearchOptions } from '../../src/search/search-options.js'

const outcome = (x: number) => ({ metrics: { x }, seconds: 1 })

function batch(trials: number, options: SearchOptions = {}, runHere: BatchOptions['runHere'] = () => outcome(0)) {
  const settings = Array.from({ length: trials }, (_, i) => ({ i }))
  const protocol = searchProtocol('f', { metric: 'x', ...options }, true)
  return new RunBatch({ fn: 'f', settings, splits: 2, round: 0, share: 1, before: 0, protocol, runHere })
}

test('runs are those of each trial on every split, in their order', () => {
  expect(batch(2).runs.map(({ settings, split }) => [settings['i'], split])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
})

test('in whatever order runs are done, the trials are the same', () => {
  const ordered = batch(3, { patience: 1 })
  const reversed = batch(3, { patience: 1 })
  const scores = [5, 7, 1, 2, 9, 9]
  for (let i = 0; i < 6; i++) if (!ordered.isSettled(i)) ordered.settle(i, outcome(scores[i]!))
  for (let i = 5; i >= 0; i--) reversed.settle(i, outcome(scores[i]!))
  expect(ordered.stopped).toBe(true)
  expect(ordered.trials()).toEqual(reversed.trials())
  expect(ordered.trials().map(({ score }) => score)).toEqual([6, 1.5])
  expect(ordered.trials()[0]).toMatchObject({ deviation: Math.SQRT2, metrics: { x: 6 }, seconds: 2 })
})

test('of a failed trial the first split that failed counts, and later ones are not made', () => {
  const one = batch(1, { onError: 'collect' })
  one.settle(1, { failure: 'second' })
  expect(one.isSettled(0)).toBe(false)
  one.settle(0, { failure: 'first' })
  expect(one.trials()[0]).toMatchObject({ score: undefined, failure: 'first', perSplit: [] })
  const other = batch(1, { onError: 'collect' })
  other.settle(0, { failure: 'first' })
  expect([other.isSettled(1), other.done]).toEqual([true, 2])
})

test('blocks are made here where no pool makes them, once', () => {
  let made = 0
  const all = batch(2, {}, () => outcome(made++))
  all.settle(2, outcome(7))
  run(
    (function* () {
      yield all
    })(),
  )
  expect(made).toBe(3)
  expect(all.done).toBe(4)
})

test('a metric that the judge does not give is refused', () => {
  expect(() => batch(1, { metric: 'y' }).settle(0, outcome(1))).toThrow(
    'f: metric must be one that the judge gives ("x")',
  )
})

test('equal is not better, and the reason of a failure is its cause', () => {
  expect([isBetter(1, 1, 'highest'), isBetter(2, 1, 'highest'), isBetter(2, 1, 'lowest')]).toEqual([false, true, false])
  expect(failureOf(new RangeError('outer', { cause: new Error('inner') }))).toEqual({ failure: 'inner' })
  expect(failureOf(new Error('alone')).failure).toContain('alone')
})
