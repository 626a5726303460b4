import { csrFromTriplets, positionOf, type Transactions } from '@clientele/core'
import { expect, test } from 'vitest'
import {
  evaluate,
  gridSearch,
  holdOutCustomers,
  metricsByActivity,
  metricsByPopularity,
  successiveHalving,
  type HistoryModel,
  type ShownItem,
} from '../src/index.js'
import { randomShop } from './random-shop.js'
import { shop } from './shops.js'

/** Products bought in the train side by those who have a product of the history, those with most such customers first. */
function boughtTogether({ customers, customer, products, product, size }: Transactions): HistoryModel {
  const [rows, columns] = [customers.ids.length, products!.ids.length]
  const has = csrFromTriplets(customer, product!, new Uint8Array(size), rows, columns)
  return {
    recommendFor(history, { n, includeSeen }) {
      const known = history.map(({ item }: ShownItem) => positionOf(products!, item as string))
      const scores = new Float64Array(columns)
      for (let row = 0; row < rows; row++) {
        const own = has.indices.subarray(has.offsets[row], has.offsets[row + 1])
        if (own.some((each) => known.includes(each))) for (const each of own) scores[each]!++
      }
      const listed = [...scores.keys()].filter((each) => scores[each]! > 0 && (includeSeen || !known.includes(each)))
      const ranked = listed.sort((a, b) => scores[b]! - scores[a]! || a - b)
      return ranked.slice(0, n).map((each) => ({ item: products!.ids[each]! }))
    },
  }
}

const split = {
  train: shop([
    ['anna', 1, 'tea'],
    ['anna', 1, 'cup'],
    ['bert', 1, 'tea'],
    ['bert', 1, 'cup'],
    ['bert', 1, 'pot'],
    ['carl', 1, 'jug'],
  ]),
  foldIn: shop([
    ['dora', 2, 'tea'],
    ['emil', 2, 'jug'],
    ['emil', 2, 'mat'],
  ]),
  test: shop([
    ['dora', 3, 'pot'],
    ['emil', 3, 'tea'],
    ['emil', 3, 'jug'],
  ]),
}

test('customers held out are judged by lists made for their fold-in part', () => {
  // dora: cup, pot of which pot is relevant; emil: nothing, since nobody has more than the jug, and his mat is unknown.
  const { metrics, customers, relevantPairs, shortLists, protocol, warnings, lists } = evaluate(
    boughtTogether(split.train),
    split,
    { k: 2 },
  )
  expect([customers, relevantPairs, shortLists]).toEqual([2, 2, 1])
  expect(metrics.precision.mean).toBe(0.25)
  expect(metrics.mrr.mean).toBe(0.25)
  expect(metrics.coverage.mean).toBe(0.5)
  expect(protocol.foldInValue).toBe('count')
  expect(warnings).toEqual([])
  expect(lists.products.ids).toEqual(['tea', 'cup', 'pot', 'jug', 'mat'])
})

test('what the fold-in part holds counts as seen, unless repurchases count', () => {
  const again = evaluate(boughtTogether(split.train), split, { k: 4, repurchases: 'include' })
  // emil is given his jug, which he buys again.
  expect([again.relevantPairs, again.metrics.hitRate.mean]).toEqual([3, 1])
  const stubborn = { recommendFor: () => [{ item: 'jug' }] }
  expect(evaluate(stubborn, split, { k: 1 }).warnings).toMatchObject([{ kind: 'seenRecommended', example: 'emil' }])
})

test('values and orders of the fold-in part are part of the fingerprint', () => {
  const of = (foldIn: typeof split.foldIn, options = {}) =>
    evaluate(boughtTogether(split.train), { ...split, foldIn }, options).fingerprint
  const less = shop([['dora', 2, 'tea'], ['emil', 2, 'jug']]) // prettier-ignore
  const all = [of(split.foldIn), of(less), of(split.foldIn, { foldInValue: 'binary' })]
  expect(new Set(all).size).toBe(3)
})

test('a value of histories without histories is refused', () => {
  const { train, test: later } = split
  const weak = () => evaluate({ recommend: () => [] }, { train, test: later }, { foldInValue: 'binary' })
  expect(weak).toThrow('evaluate: foldInValue must be given with a split that has a fold-in part only, got "binary"')
})

test('groups of held-out customers are those of their fold-in part', () => {
  const evaluation = evaluate(boughtTogether(split.train), split, { k: 2 })
  expect(metricsByActivity(evaluation, split, { groups: 2 })).toMatchObject([
    { fromLines: 1, toLines: 1, customers: 1, precision: 0.5 },
    { fromLines: 2, toLines: 2, customers: 1, precision: 0 },
  ])
  expect(metricsByPopularity(evaluation, split).map(({ relevantPairs }) => relevantPairs)).toEqual([2, 0, 0])
})

test('searches and shares of the customers work with customers held out', () => {
  const held = holdOutCustomers(randomShop(5, 600), { customerShare: 0.4, seed: 1 })
  const fit = ({ together }: { together: boolean }) =>
    together ? boughtTogether : () => ({ recommendFor: () => [] }) satisfies HistoryModel
  const grid = gridSearch(fit, { together: [false, true] }, [held], { k: 3 })
  expect(grid.best.settings).toEqual({ together: true })
  const { metrics } = evaluate(boughtTogether(held.train), held, { k: 3 })
  expect(grid.best.score).toBe(metrics.ndcg.mean)
  const halved = successiveHalving(fit, [{ together: false }, { together: true }], [held], { k: 3, factor: 2 })
  expect(halved.best).toMatchObject({ settings: { together: true }, share: 1, score: metrics.ndcg.mean })
  expect(halved.trials[0]).toMatchObject({ share: 0.5 })
})
