import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  averagePrecision,
  f1,
  hit,
  hitsOf,
  ndcg,
  precision,
  recall,
  reciprocalRank,
  type CutOffAndRelevant,
} from '../src/index.js'

const metrics = { precision, recall, f1, hit, mrr: reciprocalRank, map: averagePrecision, ndcg }
type Name = keyof typeof metrics
const names = Object.keys(metrics) as Name[]

function valuesOf(hits: ArrayLike<number>, options: CutOffAndRelevant): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, metrics[name](hits, options)])) as Record<Name, number>
}

/** The textbook definitions, on sets of products. */
function oracle(list: readonly number[], relevant: ReadonlySet<number>, k: number): Record<Name, number> {
  const top = list.slice(0, k)
  const found = (upTo: number) => top.slice(0, upTo).filter((product) => relevant.has(product)).length
  const ranks = top.flatMap((product, place) => (relevant.has(product) ? [place + 1] : []))
  const gain = (all: readonly number[]) => all.reduce((sum, rank) => sum + Math.LN2 / Math.log(rank + 1), 0)
  const best = Array.from({ length: Math.min(k, relevant.size) }, (_, place) => place + 1)
  const p = found(k) / k
  const r = relevant.size > 0 ? found(k) / relevant.size : 0
  return {
    precision: p,
    recall: r,
    f1: p + r > 0 ? (2 * p * r) / (p + r) : 0,
    hit: ranks.length > 0 ? 1 : 0,
    mrr: ranks.length > 0 ? 1 / ranks[0]! : 0,
    map: relevant.size > 0 ? ranks.reduce((sum, rank) => sum + found(rank) / rank, 0) / relevant.size : 0,
    ndcg: relevant.size > 0 ? gain(ranks) / gain(best) : 0,
  }
}

const products = fc.integer({ min: 1, max: 20 })
const list = fc.uniqueArray(products, { maxLength: 15 })
const relevant = fc.uniqueArray(products, { maxLength: 15 })
const k = fc.integer({ min: 1, max: 18 })

test('all metrics follow the textbook definitions on sets', () => {
  fc.assert(
    fc.property(list, relevant, k, (shown, wanted, cut) => {
      const expected = oracle(shown, new Set(wanted), cut)
      const got = valuesOf(hitsOf(shown, wanted), { k: cut, relevant: wanted.length })
      for (const name of names) expect(got[name], name).toBeCloseTo(expected[name], 12)
    }),
  )
})

test('all metrics lie between 0 and 1', () => {
  fc.assert(
    fc.property(list, relevant, k, (shown, wanted, cut) => {
      for (const value of Object.values(valuesOf(hitsOf(shown, wanted), { k: cut, relevant: wanted.length }))) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('moving a hit one place up never lowers a metric', () => {
  const hits = fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(hits, k, fc.nat(10), (given, cut, at) => {
      const place = at % (given.length - 1)
      fc.pre(given[place] === 0 && given[place + 1] === 1)
      const raised = given.with(place, 1).with(place + 1, 0)
      const before = valuesOf(given, { k: cut, relevant: 12 })
      const after = valuesOf(raised, { k: cut, relevant: 12 })
      for (const name of names) expect(after[name], name).toBeGreaterThanOrEqual(before[name] - 1e-15)
    }),
  )
})

test.skipIf(!hasShared)('all cases and cut-offs give what ranx (trec_eval) gives', () => {
  const { cases, cutoffs } = reference('ranking-metrics')
  for (const { name, list, relevant, standard, recommenders } of cases) {
    const wanted = Object.keys(relevant).map(Number)
    const graded = Object.values(relevant).some((gain) => gain !== 1)
    for (const k of cutoffs) {
      const got = valuesOf(hitsOf(list, wanted), { k, relevant: wanted.length })
      // ranx weighs graded gains; binary gains of those cases come from Microsoft Recommenders.
      const expected = { ...standard[k], ...(graded && { ndcg: recommenders[k].ndcgBinary }) }
      for (const metric of names) expect(got[metric], `${name}: ${metric}@${k}`).toBeCloseTo(expected[metric], 9)
    }
  }
})
