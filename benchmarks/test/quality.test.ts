import { expect, test } from 'vitest'
import { qualityRowsOf } from '../src/quality.js'
import { exampleQuality } from './example-suite.js'

test('every metric of a reference gets a row, which holds from the tolerance below the figure on', () => {
  const rows = qualityRowsOf('example', exampleQuality, { precision: 0.2, ndcg: 0.3, recall: 0.4 })
  expect(rows).toEqual([
    {
      kind: 'quality',
      suite: 'example',
      work: 'lists',
      peer: 'implicit',
      metric: 'precision',
      value: 0.2,
      expected: 0.1,
      tolerance: 0.005,
      holds: true,
    },
    expect.objectContaining({ metric: 'ndcg', value: 0.3, expected: 0.31, holds: false }),
  ])
  expect(qualityRowsOf('example', exampleQuality, { precision: 0, ndcg: 0.306 })[1]!.holds).toBe(true)
})

test('a metric that was not measured is named', () => {
  expect(() => qualityRowsOf('example', exampleQuality, { precision: 0.2 })).toThrow('implicit has the metric ndcg')
})
