import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageRank, listAuc, orderedShare } from '../../src/ranking/list-auc.js'

test('counts pairs in order; products that are not listed stand behind in random order', () => {
  expect(listAuc([1, 0], { k: 2, relevant: 2, items: 6 })).toBe((1 * 4 + 0.5 * 3) / 8)
  expect(listAuc([], { k: 2, relevant: 2, items: 6 })).toBe(0.5)
})

test('is the mean over all orders of what is not listed', () => {
  // Listed: hit, miss. Not listed: one relevant product and two others, in one of three places.
  const orders = [
    [1, 0, 1, 0, 0],
    [1, 0, 0, 1, 0],
    [1, 0, 0, 0, 1],
  ]
  const pairs = (hits: readonly number[]) => {
    let ordered = 0
    hits.forEach((a, i) => hits.slice(i + 1).forEach((b) => (ordered += a === 1 && b === 0 ? 1 : 0)))
    return ordered / 6
  }
  const mean = orders.map(pairs).reduce((sum, each) => sum + each, 0) / 3
  expect(listAuc([1, 0], { k: 2, relevant: 2, items: 5 })).toBeCloseTo(mean, 15)
  const ranks = orders.map((hits) => hits.reduce((sum, hit, i) => sum + hit * (i + 1), 0) / 2)
  expect(averageRank([1, 0], { k: 2, relevant: 2, items: 5 })).toBeCloseTo(
    ranks.reduce((sum, each) => sum + each, 0) / 3,
    15,
  )
})

test.skipIf(!hasShared)('a full list gives what scikit-learn gives where no scores are equal', () => {
  for (const { relevant, scores, auc } of reference('ranking-metrics').auc) {
    if (new Set(scores).size < scores.length) continue
    const order = [...scores.keys()].sort((a: number, b: number) => scores[b] - scores[a])
    const hits = order.map((i) => relevant[i])
    const wanted = hits.reduce((sum: number, hit: number) => sum + hit, 0)
    expect(listAuc(hits, { k: hits.length, relevant: wanted, items: hits.length })).toBeCloseTo(auc, 9)
  }
})

test('equal scores that are left out of the list count as half, as in scikit-learn', () => {
  expect(listAuc([], { k: 5, relevant: 2, items: 5 })).toBe(0.5)
})

test('places that a list lacks may count as misses', () => {
  expect(orderedShare([], { k: 2, relevant: 1, items: 5 }, 2)).toBe((0.5 * 2) / 4)
})

test('both lie in their bounds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1), { maxLength: 10 }),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(5),
      fc.nat(9),
      (hits, k, moreRelevant, more) => {
        const relevant = hits.reduce<number>((sum, hit) => sum + hit, moreRelevant)
        const items = relevant + hits.length + more + 1
        expect(listAuc(hits, { k, relevant, items })).toBeGreaterThanOrEqual(0)
        expect(listAuc(hits, { k, relevant, items })).toBeLessThanOrEqual(1)
        const rank = averageRank(hits, { k, relevant, items })
        expect(rank).toBeGreaterThanOrEqual(relevant === 0 ? 0 : 1)
        expect(rank).toBeLessThanOrEqual(items)
      },
    ),
  )
})

test('names what is wrong', () => {
  expect(() => listAuc([0, 0], { k: 2, relevant: 1, items: 2 })).toThrow(
    new RangeError('listAuc: items must be at least 3, got 2'),
  )
  expect(() => averageRank([1], { k: 1, relevant: 1, items: 1 })).toThrow(
    'averageRank: items must be at least 2, got 1',
  )
})
