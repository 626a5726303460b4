import { expect, test } from 'vitest'
import { compare, comparisonRows, evaluate, pairedTTest, splitByTime } from '../../src/index.js'
import { pairsOf, randomShop } from '../random-shop.js'
import { answering } from '../shops.js'

const split = splitByTime(randomShop(3, 400), { testDays: 10 })
const bought = [...pairsOf(split.test)].map((pair) => pair.split(' '))
const wanted = split.test.customers.ids.map((id) => [id, bought.filter(([c]) => c === id).map(([, p]) => p!)] as const)

/** Knows the future, for every second customer only, or for nobody. */
const options = { k: 3, repurchases: 'include', metrics: ['precision', 'recall', 'averageRank'] } as const
const oracle = evaluate(answering(wanted), split, options)
const half = evaluate(answering(wanted.filter((_, i) => i % 2 === 0)), split, options)
const nobody = evaluate(answering([]), split, options)

test('the one that is better than every other wins, by every metric', () => {
  const { table, customers, sameProtocol } = compare([['nobody', nobody], ['oracle', oracle], ['half', half]]) // prettier-ignore
  expect([customers, sameProtocol]).toEqual([oracle.customers, true])
  expect(table.map(({ metric, winner }) => [metric, winner])).toEqual([
    ['precision', 'oracle'],
    ['recall', 'oracle'],
    ['averageRank', 'oracle'],
  ])
  expect(table[0]!.means[1]).toBeCloseTo(oracle.metrics.precision.mean, 12)
})

test('equal models have no winner, whatever the test', () => {
  for (const test of ['t', 'wilcoxon', 'permutation'] as const) {
    const { table, pairs } = compare([['a', half], ['b', half]], { test }) // prettier-ignore
    expect(table.map(({ winner }) => winner)).toEqual([undefined, undefined, undefined])
    expect(pairs[0]).toMatchObject({ difference: 0, effect: 0, pValue: 1, adjusted: 1, significant: false })
  }
})

test('a pair is what the test and the formulas say', () => {
  const { pairs } = compare([['oracle', oracle], ['half', half]], { metrics: ['recall'], correction: 'benjaminiHochberg' }) // prettier-ignore
  const recall = (each: typeof oracle) => each.perCustomer.columns[1]!.values
  const [pair] = pairs
  expect(pair!.pValue).toBe(pairedTTest(recall(oracle), recall(half)).pValue)
  expect(pair!.adjusted).toBe(pair!.pValue)
  expect(pair!.difference).toBeCloseTo(oracle.metrics.recall.mean - half.metrics.recall.mean, 12)
  expect(pair!.low).toBeLessThan(pair!.difference)
  expect(pair!.effectLow).toBeLessThan(pair!.effect)
  expect(pair!.effectHigh).toBeGreaterThan(pair!.effect)
})

test('more comparisons need stronger evidence', () => {
  const one = compare([['oracle', oracle], ['half', half]], { metrics: ['recall'] }).pairs[0]! // prettier-ignore
  const many = compare([['oracle', oracle], ['half', half], ['nobody', nobody]]).pairs // prettier-ignore
  const same = many.find(({ metric, models }) => metric === 'recall' && models[1] === 'half')!
  expect(same.pValue).toBe(one.pValue)
  expect(same.adjusted).toBeGreaterThan(one.adjusted)
})

test('evaluations of another protocol are refused, unless forced', () => {
  const other = evaluate(answering(wanted), split, { ...options, k: 2 })
  expect(() => compare([['a', oracle], ['b', other]])).toThrow('compare: evaluations[1][1].fingerprint must be') // prettier-ignore
  expect(compare([['a', oracle], ['b', other]], { force: true }).sameProtocol).toBe(false) // prettier-ignore
})

test('rows for people name the winner or say that there is none', () => {
  const rows = comparisonRows(compare([['oracle', oracle], ['same', oracle]]), ['oracle', 'same']) // prettier-ignore
  expect(rows[0]).toEqual({ metric: 'precision', oracle: expect.any(String), same: rows[0]!['oracle'], winner: 'none' })
})

test('names what is wrong', () => {
  expect(() => compare([['a', oracle]])).toThrow('compare: evaluations must be at least 2, got 1')
  expect(() => compare([['a', oracle], ['a', half]])).toThrow('be another name than those before, got "a"') // prettier-ignore
  const metrics = ['mrr']
  expect(() =>
    compare(
      [
        ['a', oracle],
        ['b', half],
      ],
      { metrics },
    ),
  ).toThrow(
    // prettier-ignore
    'compare: metrics must be those of every evaluation (a), got "mrr"',
  )
})
