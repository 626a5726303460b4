import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankingMetrics, userMetricMeans, userMetrics, type Flavor, type RankingMetric } from '../../src/index.js'

/** Names of the reference, where they differ from ours. */
const NAMES: Partial<Record<Flavor, Readonly<Record<string, RankingMetric>>>> = {
  standard: { hit: 'hitRate', ndcgExponentialGain: 'ndcgExponential' },
  recommenders: { ndcgBinary: 'ndcg', ndcgRawGain: 'ndcgLinear', ndcgExponentialGain: 'ndcgExponential' },
  rectools: { hit: 'hitRate', ndcgDividedByAchievable: 'ndcgBinary', pap: 'partialAucOfTop' },
  recbole: { hit: 'hitRate' },
}

function expected(flavor: Flavor, values: Readonly<Record<string, unknown>>): [RankingMetric, number][] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'number' ? [[NAMES[flavor]?.[name] ?? (name as RankingMetric), value]] : [],
  )
}

const itemsOf = (each: any): number[] => Object.keys(each.relevant).map(Number)
const gainsOf = (each: any): number[] => Object.values(each.relevant)

describe.skipIf(!hasShared).each(['standard', 'implicit', 'recommenders', 'rectools', 'recbole'] as const)(
  'flavour %s',
  (flavor) => {
    const { cases, cutoffs, overAllCases } = hasShared ? reference('ranking-metrics') : { cases: [], cutoffs: [] }

    test('every case and cut-off gives what the library gives', () => {
      let compared = 0
      for (const each of cases.filter((some: any) => Object.keys(some.relevant).length > 0)) {
        for (const k of cutoffs) {
          const values = expected(flavor, each[flavor][k] ?? {})
          const options = { k, flavor, metrics: values.map(([name]) => name), gains: [gainsOf(each)], items: 21 }
          const means = userMetricMeans(userMetrics([each.list], [itemsOf(each)], options))
          for (const [name, value] of values) {
            expect(Math.abs(means[name]! - value), `${each.name}: ${name}@${k}`).toBeLessThan(1e-9)
            compared++
          }
        }
      }
      expect(compared).toBeGreaterThan(150)
    })

    test('the mean over all cases is taken over the users that the library takes', () => {
      for (const k of cutoffs) {
        const values = expected(flavor, overAllCases[flavor]?.[k] ?? {})
        const metrics = values.map(([name]) => name)
        const options = { k, flavor, metrics, gains: cases.map(gainsOf), items: 21 }
        const judged = userMetrics(
          cases.map((each: any) => each.list),
          cases.map(itemsOf),
          options,
        )
        expect(judged.skipped).toBe(1)
        const means = userMetricMeans(judged)
        for (const [name, value] of values) expect(means[name], `${name}@${k}`).toBeCloseTo(value, 9)
      }
    })
  },
)

test('the same lists score differently by the definitions of different libraries', () => {
  const lists = [['tea', 'cup', 'pot']]
  const relevant = [['cup', 'jug']]
  const of = (flavor: Flavor) => userMetricMeans(userMetrics(lists, relevant, { k: 5, flavor }))
  expect(of('standard').precision).toBe(0.2)
  expect(of('implicit').precision).toBe(0.5)
  expect(of('rectools').ndcg).toBeLessThan(of('standard').ndcg!)
})

test('users without a relevant product are left out and counted', () => {
  const result = rankingMetrics([['a'], ['a'], ['b']], [['a'], [], ['a']], { k: 1 })
  expect(result.users).toEqual(Int32Array.of(0, 2))
  expect(result.skipped).toBe(1)
  expect(result.metrics.precision?.mean).toBe(0.5)
})

test('the interval of a weighted mean contains it, and one seed gives one interval', () => {
  const lists = Array.from({ length: 40 }, (_, user) => [user % 7, 10])
  const relevant = Array.from({ length: 40 }, (_, user) => (user % 3 === 0 ? [user % 7] : [user % 5, 8, 9]))
  const estimate = rankingMetrics(lists, relevant, { k: 2, flavor: 'implicit', seed: 3 }).metrics.precision!
  expect(estimate.low).toBeLessThan(estimate.mean)
  expect(estimate.high).toBeGreaterThan(estimate.mean)
  expect(rankingMetrics(lists, relevant, { k: 2, flavor: 'implicit', seed: 3 }).metrics.precision).toEqual(estimate)
})

test('ids may be anything: typed arrays, strings, and names that objects inherit', () => {
  const text = userMetrics([['__proto__', 'b']], [['__proto__']], { k: 2 })
  const numbers = userMetrics([Int32Array.of(5, 6)], [Uint8Array.of(5)], { k: 2 })
  expect(numbers).toEqual(text)
  expect(structuredClone(text)).toEqual(text)
})

test('renaming the products changes nothing', () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 8 }), (some, k) => {
      const relevant = some.map((list) => list.filter((item) => item % 2 === 0))
      const named = (rows: readonly number[][]) => rows.map((row) => row.map((item) => `p${item}`))
      expect(userMetrics(named(some), named(relevant), { k })).toEqual(userMetrics(some, relevant, { k }))
    }),
  )
})

test.each([
  ['k = 0', () => userMetrics([['a']], [['a']], { k: 0 }), 'userMetrics: k must be at least 1, got 0'],
  [
    'a product listed twice',
    () => userMetrics([['b'], ['a', 'a']], [['a'], ['a']]),
    'userMetrics: lists[1][1] must not be in the list before, got "a"',
  ],
  [
    'a negative gain',
    () => userMetrics([['a']], [['a']], { gains: [[-1]] }),
    'userMetrics: gains[0][0] must be at least 0, got -1',
  ],
  [
    'no lists at all',
    () => userMetrics(undefined as never, []),
    'userMetrics: lists must be an array, one element per',
  ],
  ['no gains', () => userMetrics([['a']], [['a']], { gains: 1 as never }), 'userMetrics: gains must be an array, one'],
  [
    'a row of gains that is missing',
    () => userMetrics([['a'], ['b']], [['a'], ['b']], { gains: [[1], undefined as never] }),
    'userMetrics: gains[1] must be an array, got undefined',
  ],
  [
    'a row of money that is no list',
    () => rankingMetrics([['a']], [['a']], { metrics: ['revenue'], amounts: [7 as never] }),
    'rankingMetrics: amounts[0] must be an array, got 7',
  ],
  [
    'more or fewer gains than are relevant',
    () => userMetrics([['a']], [['a', 'b']], { gains: [[1]] }),
    'userMetrics: gains[0].length must be 2, one per relevant product, got 1',
  ],
  ['unequal lengths', () => userMetrics([['a']], []), 'userMetrics: relevant.length must be 1, one per list, got 0'],
  [
    'nothing relevant at all',
    () => rankingMetrics([['a']], [[]]),
    'rankingMetrics: relevant must hold a product for somebody, got 0',
  ],
  ['a list that is none', () => userMetrics([null as never], [['a']]), 'userMetrics: lists[0] must be an array'],
  ['NaN as a product', () => userMetrics([[NaN]], [['a']]), 'userMetrics: products[0] must be a string or a number'],
  [
    'AUC without items',
    () => userMetrics([['a']], [['a']], { metrics: ['auc'] }),
    'userMetrics: items must be given for auc, got undefined',
  ],
  [
    'revenue without money',
    () => userMetrics([['a']], [['a']], { metrics: ['revenue'] }),
    'userMetrics: amounts must be given for revenue, got undefined',
  ],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message)
})
