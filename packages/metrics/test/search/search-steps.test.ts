import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import type { SearchRun } from '../../src/search/judge-run.js'
import { runKey } from '../../src/search/search-log.js'
import { searchProtocol } from '../../src/search/search-options.js'
import { byScore, everySetting, searchSteps } from '../../src/search/search-steps.js'

const settings = [{ i: 0 }, { i: 1 }, { i: 2 }]
const protocol = searchProtocol('f', { metric: 'x', onError: 'collect' }, true)
const common = { fn: 'f', splits: 1, protocol, fingerprint: 'print', damagedLogLines: 0 }
const outcome = ({ settings: { i } }: SearchRun) => ({ metrics: { x: Number(i) }, seconds: 0 })

test('what the log knows is not made again', () => {
  const made: unknown[] = []
  const known = new Map([[runKey({ settings: { i: 1 }, split: 0, share: 1 }), { metrics: { x: 9 }, seconds: 0 }]])
  const runHere = (each: SearchRun) => (made.push(each.settings), outcome(each))
  const result = run(searchSteps({ ...common, plan: everySetting(settings, 1), known, runHere }))
  expect(made).toEqual([{ i: 0 }, { i: 2 }])
  expect(result).toMatchObject({ fromLog: 1, best: { settings: { i: 1 }, score: 9 }, fingerprint: 'print' })
})

test('rounds follow from the trials before, and the last one decides', () => {
  const plan = {
    runs: 4,
    first: { settings, share: 0.5 },
    next: (_: unknown, round: number) => (round === 0 ? { settings: [{ i: 1 }], share: 1 } : undefined),
  }
  const { best, trials } = run(searchSteps({ ...common, plan, known: new Map(), runHere: outcome }))
  expect(trials.map(({ settings: { i }, round, share }) => [i, round, share])).toEqual([
    [0, 0, 0.5],
    [1, 0, 0.5],
    [2, 0, 0.5],
    [1, 1, 1],
  ])
  expect(best.settings).toEqual({ i: 1 })
})

test('trials are ordered from best to worst, equal ones in their order, failed ones last', () => {
  const trials = [3, undefined, 5, 3, undefined, 7].map((score, i) => ({ score, i }))
  expect(byScore(trials, 'highest').map(({ i }) => i)).toEqual([5, 2, 0, 3, 1, 4])
  expect(byScore(trials, 'lowest').map(({ i }) => i)).toEqual([0, 3, 2, 5, 1, 4])
})
