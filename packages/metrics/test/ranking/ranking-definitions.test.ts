import { expect, test } from 'vitest'
import { rankingDefinitions, type JudgedList } from '../../src/ranking/ranking-definitions.js'
import type { Flavor, RankingMetric } from '../../src/ranking/ranking-metric.js'

/** A list of four with hits at places 1 and 3, cut at 5, for somebody with three relevant products among nine. */
const list: JudgedList = {
  k: 5,
  hits: Uint8Array.of(1, 0, 1, 0),
  gains: Float64Array.of(1, 0, 1, 0),
  amounts: Float64Array.of(5, 0, 7, 0),
  relevant: 3,
  ideal: undefined,
  items: 9,
}

function value(flavor: Flavor, name: RankingMetric): number {
  return rankingDefinitions('f', flavor, [name])[0]!.of(list)
}

test('libraries divide by different numbers', () => {
  const sum = 1 + 2 / 3
  expect(value('standard', 'precision')).toBe(2 / 5)
  expect(value('implicit', 'precision')).toBe(2 / 3)
  expect(value('standard', 'map')).toBeCloseTo(sum / 3, 15)
  expect(value('standard', 'mapAtK')).toBeCloseTo(sum / 3, 15)
  expect(value('rectools', 'mapDividedByK')).toBeCloseTo(sum / 5, 15)
  expect(value('rectools', 'ndcg')).toBeLessThan(value('rectools', 'ndcgBinary'))
  expect(value('standard', 'revenue')).toBe(12)
})

test('a flavour has only the metrics of its library, each once', () => {
  expect(() => rankingDefinitions('f', 'implicit', ['recall'])).toThrow(
    new RangeError('f: metrics[0] must be one of "precision", "map", "ndcg", "auc", got "recall"'),
  )
  expect(() => rankingDefinitions('f', 'standard', ['mrr', 'mrr'])).toThrow(
    'f: metrics[1] must not be named before, got "mrr"',
  )
  expect(() => rankingDefinitions('f', '__proto__' as never)).toThrow('f: flavor must be one of "standard"')
})

test('implicit weighs users by what they could have found, recommenders only those with a list', () => {
  const [precision] = rankingDefinitions('f', 'implicit', ['precision'])
  expect(precision!.weight!(list)).toBe(3)
  const [recall] = rankingDefinitions('f', 'recommenders', ['recall'])
  expect(recall!.weight!({ ...list, hits: new Uint8Array(0) })).toBe(0)
})
