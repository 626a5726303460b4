import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RunBatch } from '../../src/search/run-batch.js'
import { runQueue } from '../../src/search/run-queue.js'
import { searchProtocol } from '../../src/search/search-options.js'

function batch(trials: number, splits: number, patience = Infinity): RunBatch {
  return new RunBatch({
    fn: 'f',
    settings: Array.from({ length: trials }, (_, i) => ({ i })),
    splits,
    round: 0,
    share: 1,
    before: 0,
    protocol: searchProtocol('f', { metric: 'x', patience }, true),
    runHere: () => ({ metrics: { x: 0 }, seconds: 0 }),
  })
}

const nobody = (lanes: number) => Array.from({ length: lanes }, () => new Set<number>())

test('one lane takes the runs in their order', () => {
  const take = runQueue(batch(3, 4), nobody(1))
  expect(Array.from({ length: 13 }, () => take(0))).toEqual([...Array(12).keys(), undefined])
})

test('whichever lanes ask, each run is handed out once and none is left', () => {
  const asking = fc.array(fc.nat(2), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(asking, fc.integer({ min: 1, max: 6 }), (lanes, splits) => {
      const take = runQueue(batch(5, splits), nobody(3))
      const taken = lanes.map((lane) => take(lane)).filter((run) => run !== undefined)
      expect(taken.sort((a, b) => a - b)).toEqual([...Array(5 * splits).keys()])
    }),
  )
})

test('two lanes that take turns share one of five splits, and keep to the others', () => {
  const met = nobody(2)
  const take = runQueue(batch(12, 5), met)
  for (let run = 0; run < 58; run++) take(run % 2)
  const [a, b] = met.map((splits) => splits.size)
  expect(a! + b!).toBe(6)
})

test('a lane never runs further ahead than two trials, so that patience spares what it can', () => {
  const all = batch(20, 2)
  const take = runQueue(all, nobody(2))
  // The other lane has met split 1 and does not come back: run 6 is the last of split 0 within two trials of run 3.
  expect([take(0), take(1)]).toEqual([0, 1])
  const taken = Array.from({ length: 6 }, () => take(0)!)
  expect(taken).toEqual([2, 4, 6, 3, 5, 7])
})

test('what the batch has settled is not handed out, and what lanes met before counts', () => {
  const all = batch(2, 2)
  all.settle(1, { metrics: { x: 1 }, seconds: 0 })
  const take = runQueue(all, [new Set([1]), new Set([0])])
  expect([take(0), take(0), take(1), take(1)]).toEqual([3, 0, 2, undefined])
})
