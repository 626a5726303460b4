import { expect, test } from 'vitest'
import { searchRows } from '../../src/index.js'

const trial = { deviation: 0.01, metrics: {}, perSplit: [], seconds: 1.234, round: 0, share: 1 }

test('trials come best first, failed ones last with the reason', () => {
  const trials = [
    { ...trial, settings: { a: 1 }, score: 0.1 },
    { ...trial, settings: { a: 2 }, score: undefined, failure: 'boom' },
    { ...trial, settings: { a: 3 }, score: 0.2 },
  ]
  expect(searchRows({ trials, metric: 'ndcg', goal: 'highest' } as never)).toEqual([
    { a: 3, ndcg: '0.2000 ± 0.0100', seconds: '1.23' },
    { a: 1, ndcg: '0.1000 ± 0.0100', seconds: '1.23' },
    { a: 2, ndcg: 'failed: boom', seconds: '1.23' },
  ])
})

test('the rounds of halving come from the last to the first, with their share of the customers', () => {
  const trials = [
    { ...trial, settings: { a: 1 }, score: 0.9, share: 1 / 3 },
    { ...trial, settings: { a: 1 }, score: 0.1, round: 1 },
  ]
  expect(searchRows({ trials, metric: 'rmse', goal: 'lowest' } as never).map(({ customers }) => customers)).toEqual([
    '100 %',
    '33 %',
  ])
})
