import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aucOfScores, averagePrecisionOfScores, ndcgOfScores } from '../../src/index.js'
import { gradedNdcg } from '../../src/ranking/graded-ndcg.js'
import { listAuc } from '../../src/ranking/list-auc.js'

test.skipIf(!hasShared)('scores, equal ones too, give what scikit-learn gives', () => {
  const { auc, ndcgWithTies } = reference('ranking-metrics')
  expect(auc.length + ndcgWithTies.length).toBe(9)
  for (const each of auc) {
    expect(Math.abs(aucOfScores(each.relevant, each.scores)! - each.auc)).toBeLessThan(1e-9)
    const expected = each.averagePrecision
    expect(Math.abs(averagePrecisionOfScores(each.relevant, each.scores)! - expected)).toBeLessThan(1e-9)
  }
  for (const { gains, scores, ...expected } of ndcgWithTies) {
    const off = (options: object, value: number) => Math.abs(ndcgOfScores(gains, scores, options)! - value)
    expect(off({}, expected.ndcgTiesAveraged)).toBeLessThan(1e-9)
    expect(off({ k: 2 }, expected.ndcgAt2TiesAveraged)).toBeLessThan(1e-9)
    expect(off({ ties: 'inOrder' }, expected.ndcgTiesAsGiven)).toBeLessThan(1e-9)
  }
})

/** All orders of some values. */
function orders<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, i) => orders(values.toSpliced(i, 1)).map((rest) => [value, ...rest]))
}

const cases = fc.array(fc.record({ gain: fc.nat(3), score: fc.nat(2) }), { minLength: 1, maxLength: 5 })

test('averaged ties are the mean over all orders of the products that score alike', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 6 }), (products, k) => {
      fc.pre(products.some(({ gain }) => gain > 0))
      const ranked = orders(products).filter((order) =>
        order.every(({ score }, i) => score <= (order[i - 1]?.score ?? 9)),
      )
      const ideal = products.map(({ gain }) => gain)
      const each = ranked.map((order) =>
        gradedNdcg(
          order.map(({ gain }) => gain),
          { k, ideal },
        ),
      )
      const mean = each.reduce((sum, value) => sum + value, 0) / each.length
      const scores = products.map(({ score }) => score)
      expect(ndcgOfScores(ideal, scores, { k })).toBeCloseTo(mean, 12)
      expect(each.some((value) => Math.abs(value - ndcgOfScores(ideal, scores, { k, ties: 'inOrder' })!) < 1e-12)).toBe(
        true,
      )
    }),
    { numRuns: 60 },
  )
})

test('the area under the curve of equal scores is the mean over their orders', () => {
  fc.assert(
    fc.property(cases, (products) => {
      const relevant = products.map(({ gain }) => Math.min(1, gain))
      const wanted = relevant.reduce((sum, each) => sum + each, 0)
      fc.pre(wanted > 0 && wanted < products.length)
      const ranked = orders(products).filter((order) =>
        order.every(({ score }, i) => score <= (order[i - 1]?.score ?? 9)),
      )
      const each = ranked.map((order) => {
        const hits = order.map(({ gain }) => Math.min(1, gain))
        return listAuc(hits, { k: hits.length, relevant: wanted, items: hits.length })
      })
      const mean = each.reduce((sum, value) => sum + value, 0) / each.length
      expect(aucOfScores(relevant, products.map(({ score }) => score))).toBeCloseTo(mean, 12) // prettier-ignore
    }),
    { numRuns: 60 },
  )
})

test('what is undefined is said to be: nothing relevant, everything relevant, no gain', () => {
  expect(aucOfScores([0, 0], [1, 2])).toBeUndefined()
  expect(aucOfScores([1, 1], [1, 2])).toBeUndefined()
  expect(averagePrecisionOfScores([0], [1])).toBeUndefined()
  expect(averagePrecisionOfScores([1, 1], [1, 2])).toBe(1)
  expect(ndcgOfScores([0, 0], [1, 2])).toBeUndefined()
  expect(ndcgOfScores([], [])).toBeUndefined()
})

test.each([
  ['unequal lengths', () => aucOfScores([1, 0], [1]), 'aucOfScores: scores.length must be 2, one per product, got 1'],
  ['a score that is NaN', () => aucOfScores([1, 0], [1, NaN]), 'aucOfScores: scores[1] must be finite, got NaN'],
  [
    'a grade for a hit',
    () => averagePrecisionOfScores([2], [1]),
    'averagePrecisionOfScores: relevant[0] must be 0 or 1, got 2',
  ],
  ['a negative gain', () => ndcgOfScores([-1], [1]), 'ndcgOfScores: gains[0] must be at least 0, got -1'],
  ['k = 0', () => ndcgOfScores([1], [1], { k: 0 }), 'ndcgOfScores: k must be at least 1, got 0'],
  [
    'another word for ties',
    () => ndcgOfScores([1], [1], { ties: 'no' as never }),
    'ndcgOfScores: ties must be one of "average", "inOrder", got "no"',
  ],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message)
})
