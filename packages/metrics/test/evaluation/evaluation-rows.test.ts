import { expect, test } from 'vitest'
import { evaluate, evaluationRows, splitByTime } from '../../src/index.js'
import { answering, shop } from '../shops.js'

const split = splitByTime(
  shop([
    ['anna', 1, 'a'],
    ['bert', 1, 'b'],
    ['anna', 20, 'b'],
  ]),
  { at: '2024-01-15' },
)
const good = evaluate(answering([['anna', ['b']]]), split, { k: 1 })
const bad = evaluate(answering([]), split, { k: 1 })

test('one row per model, each metric with its interval', () => {
  const rows = evaluationRows([
    ['__proto__', good],
    ['nothing', bad],
  ])
  expect(rows).toEqual([
    {
      model: '__proto__',
      customers: 1,
      'precision@1': '1.0000 (1.0000–1.0000)',
      'recall@1': '1.0000 (1.0000–1.0000)',
      'ndcg@1': '1.0000 (1.0000–1.0000)',
      'hitRate@1': '1.0000 (1.0000–1.0000)',
      'coverage@1': '0.5000 (0.5000–0.5000)',
    },
    {
      model: 'nothing',
      customers: 1,
      'precision@1': '0.0000 (0.0000–0.0000)',
      'recall@1': '0.0000 (0.0000–0.0000)',
      'ndcg@1': '0.0000 (0.0000–0.0000)',
      'hitRate@1': '0.0000 (0.0000–0.0000)',
      'coverage@1': '0.0000 (0.0000–0.0000)',
    },
  ])
})

test('other metrics on request, in that order', () => {
  const [row] = evaluationRows(new Map([['good', good]]), { metrics: ['mrr', 'map'] })
  expect(Object.keys(row!)).toEqual(['model', 'customers', 'mrr@1', 'map@1'])
})

test('a cell shows the mean and both ends of its interval', () => {
  const precision = { mean: 0.25, low: 0.10004, high: 0.40006 }
  const [row] = evaluationRows([['some', { ...good, metrics: { ...good.metrics, precision } }]])
  expect(row!['precision@1']).toBe('0.2500 (0.1000–0.4001)')
})
